// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wayside.core.data.GarbledData;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.tag.TagNumber;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Questions about tags in both forms, read by parsers that are not ours. */
class TagQuestionFormTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final String EPC = "3416214b9400f68000000001";
  private static final TagQuestion QUESTION =
      new TagQuestion(new TagNumber(EPC, 96), "0017", "002", NOW.minusMillis(20));
  private static final EntryPoint ENTRY =
      new EntryPoint("1001", Instant.parse("2026-11-21T04:45:00Z"), "gate-3/toll.lane-1/5");

  private final OfficeForm iso = new IsoForm("VN-0017", "VN-OFFICE");
  private final OfficeForm netc = new NetcForm("WAYS");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String more) {
    return "{\"infoExchange\":{\"adus\":[{\"tagAnswerAdu\":{\"userId\":\""
        + EPC
        + "\","
        + more
        + "}}]}}";
  }

  private static String xml(String result, String more) {
    return "<RespTagDetails><Resp tagId=\""
        + EPC
        + "\" result=\""
        + result
        + "\" errCode=\"201\"/>"
        + more
        + "</RespTagDetails>";
  }

  @Test
  void theQuestionInJsonNamesTagLaneAndMoment() throws Exception {
    OfficeRequest request = iso.ask(QUESTION, NOW);
    assertThat(request.operation()).isEqualTo("ask");
    JsonNode asked =
        new ObjectMapper().readTree(request.content()).at("/infoExchange/adus/0/tagQuestionAdu");
    assertThat(asked.path("userId").asText()).isEqualTo(EPC);
    assertThat(asked.path("station").asText()).isEqualTo("0017");
    assertThat(asked.path("lane").asText()).isEqualTo("002");
    assertThat(asked.path("time").asText()).isEqualTo("2026-11-21T04:59:59.980Z");
  }

  @Test
  void theQuestionInXmlNamesTagLaneAndMoment() throws Exception {
    OfficeRequest request = netc.ask(QUESTION, NOW);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(request.content()));
    assertThat(request.operation()).isEqualTo("ReqTagDetails");
    assertThat(element(document, "Vehicle").getAttribute("tagId")).isEqualTo(EPC);
    assertThat(element(document, "Plaza").getAttribute("id")).isEqualTo("0017");
    assertThat(element(document, "Lane").getAttribute("id")).isEqualTo("002");
    assertThat(element(document, "Txn").getAttribute("ts")).isEqualTo("2026-11-21T04:59:59.980Z");
    assertThat(element(document, "Head").getAttribute("msgId")).hasSizeLessThanOrEqualTo(35);
  }

  private static Element element(Document document, String name) {
    return (Element) document.getElementsByTagName(name).item(0);
  }

  @Test
  void theAnswerSaysYesOrNoAndWhy() throws Exception {
    assertThat(iso.answer(bytes(json("\"granted\":true")), QUESTION))
        .isEqualTo(new TagAnswer(true, "", Optional.empty()));
    assertThat(iso.answer(bytes(json("\"granted\":false,\"reason\":\"no-money\"")), QUESTION))
        .isEqualTo(new TagAnswer(false, "no-money", Optional.empty()));
    assertThat(netc.answer(bytes(xml("ACCEPTED", "")), QUESTION))
        .isEqualTo(new TagAnswer(true, "201", Optional.empty()));
    assertThat(netc.answer(bytes(xml("DECLINED", "")), QUESTION).grants()).isFalse();
  }

  @Test
  void theAnswerMayKnowWhereTheTagCameIn() throws Exception {
    String entry =
        "\"granted\":true,\"entry\":{\"station\":\"1001\",\"time\":\"2026-11-21T04:45:00Z\","
            + "\"record\":\"gate-3/toll.lane-1/5\"}";
    assertThat(iso.answer(bytes(json(entry)), QUESTION).entry()).contains(ENTRY);
    String element =
        "<EntryTxn plazaId=\"1001\" ts=\"2026-11-21T04:45:00Z\" id=\"gate-3/toll.lane-1/5\"/>";
    assertThat(netc.answer(bytes(xml("ACCEPTED", element)), QUESTION).entry()).contains(ENTRY);
  }

  @Test
  void anAnswerForAnotherTagIsNone() {
    TagQuestion other = new TagQuestion(new TagNumber("00", 8), "0017", "002", NOW);
    assertThatThrownBy(() -> iso.answer(bytes(json("\"granted\":true")), other))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("another tag");
    assertThatThrownBy(() -> netc.answer(bytes(xml("ACCEPTED", "")), other))
        .isInstanceOf(GarbledData.class);
    assertThatThrownBy(
            () ->
                iso.answer(bytes(json("\"granted\":true,\"entry\":{\"station\":\"1\"}")), QUESTION))
        .isInstanceOf(GarbledData.class);
  }

  @Test
  void aSignOfLifeIsAnyAnswerInTheForm() throws Exception {
    assertThat(iso.probe(NOW).operation()).isEqualTo("probe");
    assertThat(netc.probe(NOW).operation()).isEqualTo("ReqHbt");
    iso.probed(bytes("{\"infoExchange\":{\"adus\":[]}}"));
    netc.probed(bytes("<RespHbt/>"));
    assertThatThrownBy(() -> iso.probed(bytes("<html>log in</html>")))
        .isInstanceOf(GarbledData.class);
    assertThatThrownBy(() -> netc.probed(bytes("log in"))).isInstanceOf(GarbledData.class);
  }

  @Test
  void noAnswerMakesAReaderFailOtherwiseThanBySayingSo() {
    Random random = new Random(13);
    List<String> seeds =
        List.of(
            json(
                "\"granted\":true,\"entry\":{\"station\":\"1\",\"time\":\"2026-11-21T04:45:00Z\"}"),
            xml("ACCEPTED", "<EntryTxn plazaId=\"1\" ts=\"2026-11-21T04:45:00Z\"/>"));
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] content = bytes(seeds.get(i % 2));
      for (int change = random.nextInt(4); change >= 0; change--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      for (OfficeForm form : List.of(iso, netc)) {
        try {
          form.answer(content, QUESTION);
          form.probed(content);
        } catch (GarbledData garbled) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(3_000);
  }
}
