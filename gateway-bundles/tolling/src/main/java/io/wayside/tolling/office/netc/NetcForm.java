// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.office.LaneRange;
import io.wayside.tolling.office.ListAnswer;
import io.wayside.tolling.office.ListQuestion;
import io.wayside.tolling.office.OfficeForm;
import io.wayside.tolling.office.OfficeRequest;
import io.wayside.tolling.office.Settled;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * XML in the manner of the requests of India's NETC: one transaction a request, and a question
 * about several. Only what public sources say of it was at hand; the namespace is ours, nothing is
 * signed as NPCI asks, and no conformance is claimed.
 */
public final class NetcForm implements OfficeForm {

  static final String XML = "application/xml";

  private final String organisation;

  /**
   * A form of one acquirer.
   *
   * @param organisation its id
   */
  public NetcForm(String organisation) {
    this.organisation = organisation;
  }

  @Override
  public List<OfficeRequest> post(LaneRange range, Instant sent) {
    return range.records().stream()
        .map(
            record ->
                new OfficeRequest("ReqPay", XML, new ReqPay(organisation, record, sent).content()))
        .toList();
  }

  @Override
  public OfficeRequest status(LaneRange range, Instant sent) {
    XmlText xml = XmlText.begin("ReqChkTxn", organisation, range.stream() + range.first(), sent);
    xml.open("TxnStatusReqList");
    for (JournalRecord record : range.records()) {
      xml.empty("Status", "txnId", TxnId.of(record), "laneId", record.id().stream());
    }
    xml.close();
    return new OfficeRequest("ReqChkTxn", XML, xml.end());
  }

  @Override
  public OfficeRequest list(ListQuestion question, Instant sent) {
    XmlText xml =
        XmlText.begin("ReqQueryExceptionList", organisation, question.issuer(), sent)
            .empty(
                "List",
                "issuer",
                question.issuer(),
                "type",
                question.list(),
                "lastVersion",
                Long.toString(question.haveVersion()));
    return new OfficeRequest("ReqQueryExceptionList", XML, xml.end());
  }

  @Override
  public List<Settled> settled(byte[] answer, LaneRange asked) throws GarbledData {
    Map<String, Long> numbers = new HashMap<>();
    asked.records().forEach(record -> numbers.put(TxnId.of(record), record.id().sequence()));
    List<Settled> settled = new ArrayList<>();
    for (Map<String, String> said : XmlAnswer.elements(answer, "Resp")) {
      Long number = numbers.get(said.getOrDefault("txnId", ""));
      if (number == null) {
        throw new GarbledData("the office answered for a transaction that was not sent");
      }
      settled.add(
          new Settled(
              number, verdict(said.getOrDefault("result", "")), said.getOrDefault("errCode", "")));
    }
    return settled;
  }

  private static Settled.Verdict verdict(String result) throws GarbledData {
    return switch (result.toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> Settled.Verdict.ACCEPTED;
      case "DUPLICATE" -> Settled.Verdict.DUPLICATE;
      case "DECLINED" -> Settled.Verdict.REJECTED;
      default -> throw new GarbledData("the office's result \"" + result + "\" is not known");
    };
  }

  @Override
  public ListAnswer list(byte[] answer) throws GarbledData {
    List<Map<String, String>> heads = XmlAnswer.elements(answer, "List");
    if (heads.size() != 1) {
      throw new GarbledData("the office sent " + heads.size() + " lists where one was asked for");
    }
    List<Value> entries = new ArrayList<>();
    for (Map<String, String> tag : XmlAnswer.elements(answer, "Tag")) {
      entries.add(
          Value.Fields.with("tag", tag.getOrDefault("tagId", ""))
              .and("op", tag.getOrDefault("op", ""))
              .and("code", tag.getOrDefault("excCode", ""))
              .build());
    }
    Map<String, String> head = heads.get(0);
    try {
      return new ListAnswer(
          head.getOrDefault("issuer", ""),
          head.getOrDefault("type", ""),
          Long.parseLong(head.getOrDefault("baseVersion", "")),
          Long.parseLong(head.getOrDefault("version", "")),
          Instant.parse(head.getOrDefault("asOf", "")),
          new Value.Many(entries));
    } catch (DateTimeException | NumberFormatException wrong) {
      throw new GarbledData("the office's list has no version or moment: " + head);
    }
  }

  @Override
  public OfficeRequest ask(TagQuestion question, Instant sent) {
    XmlText xml =
        XmlText.begin(
                "ReqTagDetails",
                organisation,
                question.tag().epc() + question.at().toEpochMilli(),
                sent)
            .empty("Txn", "ts", question.at().toString(), "type", "FETCH")
            .empty("Plaza", "id", question.station())
            .empty("Lane", "id", question.lane())
            .empty("Vehicle", "tagId", question.tag().epc());
    return new OfficeRequest("ReqTagDetails", XML, xml.end());
  }

  @Override
  public TagAnswer answer(byte[] answer, TagQuestion asked) throws GarbledData {
    List<Map<String, String>> said = XmlAnswer.elements(answer, "Resp");
    if (said.size() != 1 || !asked.tag().epc().equals(said.get(0).get("tagId"))) {
      throw new GarbledData("the office did not answer for the one tag that was asked for");
    }
    boolean grants = verdict(said.get(0).getOrDefault("result", "")) != Settled.Verdict.REJECTED;
    return new TagAnswer(
        grants,
        said.get(0).getOrDefault("errCode", ""),
        entry(XmlAnswer.elements(answer, "EntryTxn")));
  }

  private static Optional<EntryPoint> entry(List<Map<String, String>> entries) throws GarbledData {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> entry = entries.get(0);
    try {
      return Optional.of(
          new EntryPoint(
              entry.getOrDefault("plazaId", ""),
              Instant.parse(entry.getOrDefault("ts", "")),
              entry.getOrDefault("id", "")));
    } catch (DateTimeException wrong) {
      throw new GarbledData("the office's entry has no moment: " + entry);
    }
  }

  @Override
  public OfficeRequest probe(Instant sent) {
    return new OfficeRequest(
        "ReqHbt", XML, XmlText.begin("ReqHbt", organisation, "probe", sent).end());
  }

  @Override
  public void probed(byte[] answer) throws GarbledData {
    XmlAnswer.elements(answer, "Resp");
  }

  /** Cannot happen over memory; told as what it would be. */
  static IllegalStateException unwritable(XMLStreamException failed) {
    return new IllegalStateException("XML could not be written to memory", failed);
  }
}
