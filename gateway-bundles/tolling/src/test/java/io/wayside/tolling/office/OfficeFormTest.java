// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wayside.core.data.GarbledData;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.shift.RandomLane;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The two forms, read by parsers that are not ours. */
class OfficeFormTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final Set<String> WANTED =
      Set.of("toll-passage", "toll-correction", "toll-violation", "toll-unproven");

  private final OfficeForm iso = new IsoForm("VN-0017", "VN-OFFICE");
  private final OfficeForm netc = new NetcForm("WAYS");

  private static LaneRange range() {
    List<JournalRecord> records =
        new RandomLane(11, "lane-2")
            .write(300, 0).stream().filter(r -> WANTED.contains(r.kind().name())).toList();
    return new LaneRange("toll.lane-2", records);
  }

  @Test
  void theJsonFormHasEachRecordOnceWithItsNumberAndSum() throws Exception {
    LaneRange range = range();
    List<OfficeRequest> requests = iso.post(range, NOW);
    assertThat(requests).hasSize(1);
    JsonNode exchange = new ObjectMapper().readTree(requests.get(0).content()).path("infoExchange");
    assertThat(exchange.path("apci").path("aduOriginator").asText()).isEqualTo("VN-0017");
    assertThat(exchange.path("adus").size()).isEqualTo(range.records().size());
    int at = 0;
    for (JsonNode adu : exchange.path("adus")) {
      JournalRecord record = range.records().get(at++);
      JsonNode content = adu.elements().next();
      assertThat(content.path("number").asLong()).isEqualTo(record.id().sequence());
      assertThat(content.path("recordHash").asText()).isEqualTo(record.hash());
      Fields body = new Fields(record.body());
      if (record.kind().name().equals("toll-passage")) {
        assertThat(adu.has("tollDeclarationAdu")).isTrue();
        assertThat(content.path("amountMinor").asLong(-1))
            .isEqualTo(body.member("fare").whole("minor").orElse(-1L));
      }
      if (record.kind().name().equals("toll-correction")) {
        assertThat(adu.path("billingDetailsAdu").path("of").path("number").asLong()).isPositive();
      }
    }
  }

  @Test
  void theXmlFormHasOneTransactionARequestWithAnIdOfItsOwn() throws Exception {
    LaneRange range = range();
    List<OfficeRequest> requests = netc.post(range, NOW);
    assertThat(requests).hasSize(range.records().size());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < requests.size(); i++) {
      JournalRecord record = range.records().get(i);
      Document document = xml(requests.get(i).content());
      assertThat(document.getDocumentElement().getLocalName()).isEqualTo("ReqPay");
      String id = first(document, "Txn").getAttribute("id");
      assertThat(id).matches("[0-9A-Za-z]{1,22}");
      assertThat(ids.add(id)).isTrue();
      assertThat(first(document, "Head").getAttribute("msgId")).hasSizeLessThanOrEqualTo(35);
      assertThat(first(document, "Lane").getAttribute("number"))
          .isEqualTo(Long.toString(record.id().sequence()));
      if (record.kind().name().equals("toll-passage")) {
        Fields fare = new Fields(record.body()).member("fare");
        String sum = fare.whole("minor").orElse(0L).toString();
        boolean dong = fare.text("currency").orElse("VND").equals("VND");
        assertThat(first(document, "Amount").getAttribute("value"))
            .isEqualTo(
                dong || sum.equals("0")
                    ? sum
                    : new java.math.BigDecimal(sum).movePointLeft(2).toPlainString());
      }
    }
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
  }

  private static Element first(Document document, String name) {
    return (Element) document.getElementsByTagName(name).item(0);
  }

  @Test
  void answersAreReadByNumber() throws Exception {
    LaneRange range = range();
    long one = range.records().get(0).id().sequence();
    String json =
        "{\"infoExchange\":{\"adus\":[{\"ackAdu\":{\"lane\":\"toll.lane-2\",\"number\":"
            + one
            + ",\"aduReturnCode\":\"rejected\",\"reason\":\"no such tag\"}}]}}";
    assertThat(iso.settled(json.getBytes(StandardCharsets.UTF_8), range))
        .containsExactly(new Settled(one, Settled.Verdict.REJECTED, "no such tag"));
    String id = first(xml(netc.post(range, NOW).get(0).content()), "Txn").getAttribute("id");
    String xml = "<RespPay><Resp txnId=\"" + id + "\" result=\"DUPLICATE\"/></RespPay>";
    assertThat(netc.settled(xml.getBytes(StandardCharsets.UTF_8), range))
        .containsExactly(new Settled(one, Settled.Verdict.DUPLICATE, ""));
  }

  @Test
  void answersForSomethingElseAreRefused() {
    LaneRange range = range();
    String other =
        "{\"infoExchange\":{\"adus\":[{\"ackAdu\":{\"lane\":\"toll.lane-9\",\"number\":1,"
            + "\"aduReturnCode\":\"accepted\"}}]}}";
    assertThatThrownBy(() -> iso.settled(other.getBytes(StandardCharsets.UTF_8), range))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("another lane");
    byte[] xml = "<R><Resp txnId=\"x\" result=\"ACCEPTED\"/></R>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> netc.settled(xml, range)).hasMessageContaining("was not sent");
  }

  @Test
  void listsAreReadWithTheirVersions() throws Exception {
    String json =
        "{\"infoExchange\":{\"adus\":[{\"exceptionListAdu\":{\"issuer\":\"vetc\",\"list\":"
            + "\"blocked\",\"baseVersion\":7,\"version\":9,\"asOf\":\"2026-11-21T05:00:00Z\","
            + "\"entries\":[]}}]}}";
    ListAnswer list = iso.list(json.getBytes(StandardCharsets.UTF_8));
    assertThat(list.follows(7)).isTrue();
    assertThat(list.follows(8)).isFalse();
    String xml =
        "<R><List issuer=\"vetc\" type=\"blocked\" baseVersion=\"0\" version=\"3\""
            + " asOf=\"2026-11-21T05:00:00Z\"/><Tag tagId=\"34\" op=\"ADD\" excCode=\"01\"/></R>";
    ListAnswer full = netc.list(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(full.version()).isEqualTo(3);
    assertThat(full.follows(2)).isTrue();
  }

  @Test
  void nothingOutsideIsReadForAnAnswer() {
    String xml =
        "<!DOCTYPE R [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><R><Resp txnId=\"&x;\""
            + " result=\"ACCEPTED\"/></R>";
    assertThatThrownBy(() -> netc.settled(xml.getBytes(StandardCharsets.UTF_8), range()))
        .isInstanceOf(GarbledData.class);
  }

  @Test
  void noAnswerMakesAReaderFailOtherwiseThanBySayingSo() {
    LaneRange range = range();
    Random random = new Random(12);
    List<String> seeds =
        List.of(
            "{\"infoExchange\":{\"adus\":[{\"ackAdu\":{\"lane\":\"toll.lane-2\",\"number\":1,"
                + "\"aduReturnCode\":\"accepted\"}}]}}",
            "<R><Resp txnId=\"0017002261121000000001\" result=\"ACCEPTED\"/></R>",
            "<R><List issuer=\"v\" type=\"b\" baseVersion=\"0\" version=\"3\" asOf=\"x\"/></R>");
    int refused = 0;
    for (int i = 0; i < 6_000; i++) {
      byte[] bytes = seeds.get(i % 3).getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (i % 5 == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      for (OfficeForm form : List.of(iso, netc)) {
        try {
          form.settled(bytes, range);
          form.list(bytes);
        } catch (GarbledData garbled) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(3_000);
  }

  @Test
  void aQuestionAboutRecordsNamesThem() throws Exception {
    LaneRange range = range();
    JsonNode asked =
        new ObjectMapper()
            .readTree(iso.status(range, NOW).content())
            .at("/infoExchange/adus/0/statusAdu");
    assertThat(asked.path("first").asLong()).isEqualTo(range.first());
    assertThat(asked.path("last").asLong()).isEqualTo(range.last());
    assertThat(xml(netc.status(range, NOW).content()).getElementsByTagName("Status").getLength())
        .isEqualTo(range.records().size());
    assertThat(
            new String(
                netc.list(new ListQuestion("vetc", "blocked", 4), NOW).content(),
                StandardCharsets.UTF_8))
        .contains("lastVersion=\"4\"");
    assertThat(iso.list(new ListQuestion("vetc", "blocked", 4), NOW).operation())
        .isEqualTo("lists");
  }
}
