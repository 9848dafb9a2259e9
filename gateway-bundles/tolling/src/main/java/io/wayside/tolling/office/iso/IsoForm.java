// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.iso;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.office.LaneRange;
import io.wayside.tolling.office.ListAnswer;
import io.wayside.tolling.office.ListQuestion;
import io.wayside.tolling.office.OfficeForm;
import io.wayside.tolling.office.OfficeRequest;
import io.wayside.tolling.office.Settled;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON in the manner of the messages of ISO 12855: one exchange with a head and application data
 * units. The standard's text was not at hand; names and order are ours, and no conformance is
 * claimed.
 */
public final class IsoForm implements OfficeForm {

  private static final String JSON = "application/json";

  private final String originator;
  private final String destination;

  /**
   * A form between two parties.
   *
   * @param originator the toll charger
   * @param destination whose office it is
   */
  public IsoForm(String originator, String destination) {
    this.originator = originator;
    this.destination = destination;
  }

  @Override
  public List<OfficeRequest> post(LaneRange range, Instant sent) {
    List<Value> adus = range.records().stream().map(Adus::of).toList();
    return List.of(request("adus", id(range), sent, adus));
  }

  @Override
  public OfficeRequest status(LaneRange range, Instant sent) {
    Value asked =
        Value.Fields.with("lane", range.stream())
            .and("first", range.first())
            .and("last", range.last())
            .build();
    return request(
        "status", id(range), sent, List.of(Value.Fields.with("statusAdu", asked).build()));
  }

  @Override
  public OfficeRequest list(ListQuestion question, Instant sent) {
    Value asked =
        Value.Fields.with("issuer", question.issuer())
            .and("list", question.list())
            .and("haveVersion", question.haveVersion())
            .build();
    return request(
        "lists",
        question.issuer() + "." + question.list(),
        sent,
        List.of(Value.Fields.with("retrieveExceptionListAdu", asked).build()));
  }

  private static String id(LaneRange range) {
    return range.stream() + "." + range.first() + "-" + range.last();
  }

  private OfficeRequest request(String operation, String id, Instant sent, List<Value> adus) {
    FieldsBuilder head =
        Value.Fields.with("aduOriginator", originator)
            .and("aduDestination", destination)
            .and("apduIdentifier", id)
            .and("apduDate", sent.toString());
    Value exchange =
        Value.Fields.with(
                "infoExchange", Value.Fields.with("apci", head.build()).and("adus", adus).build())
            .build();
    return new OfficeRequest(
        operation, JSON, Json.write(exchange).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Settled> settled(byte[] answer, LaneRange asked) throws GarbledData {
    List<Settled> settled = new ArrayList<>();
    for (Node adu : adus(answer)) {
      Node ack = adu.member("ackAdu");
      if (!ack.member("lane").text().equals(asked.stream())) {
        throw ack.wrong("is of another lane than was asked for");
      }
      Optional<Node> reason = ack.optional("reason");
      settled.add(
          new Settled(
              number(ack.member("number")),
              ack.member("aduReturnCode").word(Settled.Verdict.class),
              reason.isPresent() ? reason.get().text() : ""));
    }
    return settled;
  }

  @Override
  public ListAnswer list(byte[] answer) throws GarbledData {
    List<Node> adus = adus(answer);
    if (adus.size() != 1) {
      throw new GarbledData("the office sent " + adus.size() + " lists where one was asked for");
    }
    Node list = adus.get(0).member("exceptionListAdu");
    return new ListAnswer(
        list.member("issuer").text(),
        list.member("list").text(),
        number(list.member("baseVersion")),
        number(list.member("version")),
        moment(list.member("asOf")),
        list.member("entries").value());
  }

  @Override
  public OfficeRequest ask(TagQuestion question, Instant sent) {
    Value asked =
        Value.Fields.with("userId", question.tag().epc())
            .and("station", question.station())
            .and("lane", question.lane())
            .and("time", question.at().toString())
            .build();
    return request(
        "ask",
        question.tag().epc() + "." + question.at().toEpochMilli(),
        sent,
        List.of(Value.Fields.with("tagQuestionAdu", asked).build()));
  }

  @Override
  public TagAnswer answer(byte[] answer, TagQuestion asked) throws GarbledData {
    List<Node> adus = adus(answer);
    if (adus.size() != 1) {
      throw new GarbledData("the office sent " + adus.size() + " answers for one tag");
    }
    Node said = adus.get(0).member("tagAnswerAdu");
    if (!said.member("userId").text().equals(asked.tag().epc())) {
      throw said.wrong("is of another tag than was asked for");
    }
    Optional<Node> reason = said.optional("reason");
    Optional<Node> entry = said.optional("entry");
    return new TagAnswer(
        said.member("granted").truth(),
        reason.isPresent() ? reason.get().text() : "",
        entry.isPresent() ? Optional.of(entry(entry.get())) : Optional.empty());
  }

  private static EntryPoint entry(Node entry) throws GarbledData {
    Optional<Node> record = entry.optional("record");
    return new EntryPoint(
        entry.member("station").text(),
        moment(entry.member("time")),
        record.isPresent() ? record.get().text() : "");
  }

  private static Instant moment(Node node) throws GarbledData {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeException noMoment) {
      throw node.wrong("must be a moment in UTC");
    }
  }

  @Override
  public OfficeRequest probe(Instant sent) {
    return request("probe", "probe", sent, List.of());
  }

  @Override
  public void probed(byte[] answer) throws GarbledData {
    adus(answer);
  }

  private static List<Node> adus(byte[] answer) throws GarbledData {
    return Node.read("answer of the office", new String(answer, StandardCharsets.UTF_8))
        .member("infoExchange")
        .member("adus")
        .elements();
  }

  private static long number(Node node) throws GarbledData {
    if (node.value() instanceof Value.Whole whole && whole.value() >= 0) {
      return whole.value();
    }
    throw node.wrong("must be a whole number from 0 on");
  }
}
