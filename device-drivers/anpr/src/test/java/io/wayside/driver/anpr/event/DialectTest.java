// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

  private static final String ALERT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
      <channelID>1</channelID><dateTime>2026-11-22T13:00:05+07:00</dateTime>
      <activePostCount>2</activePostCount><eventType>ANPR</eventType>
      <ANPR><licensePlate>51F12345</licensePlate><line>3</line><confidenceLevel>88</confidenceLevel>
      <plateColor>yellow</plateColor><direction>reverse</direction></ANPR>
      </EventNotificationAlert>
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Dialect hikvision() {
    return Dialect.hikvision(1);
  }

  private static Dialect dahua() {
    return Dialect.dahua(1);
  }

  @Test
  void anAlertInXmlIsRead() throws GarbledData {
    PlateNotice plate = hikvision().read(bytes(ALERT)).orElseThrow();

    assertThat(plate.plate()).isEqualTo("51F12345");
    assertThat(plate.post()).isEqualTo(2);
    assertThat(plate.confidence()).hasValue(0.88);
    assertThat(plate.lane()).contains("3");
    assertThat(plate.colour()).contains("yellow");
    assertThat(plate.direction()).contains("reverse");
    assertThat(plate.cameraTime()).contains(Instant.parse("2026-11-22T06:00:05Z"));
    assertThat(plate.passage()).isEmpty();
    assertThat(plate.pictures()).isEmpty();
  }

  @Test
  void theSameWithoutDeclarationAndWithAnotherNameSpaceIsRead() throws GarbledData {
    String other =
        ALERT
            .replaceFirst("<\\?xml.*\\?>\n", "")
            .replace("www.isapi.org", "www.hikvision.com")
            .replace("2.0", "1.0");

    assertThat(hikvision().read(bytes(other)).orElseThrow().plate()).isEqualTo("51F12345");
  }

  @Test
  void theSameInJsonIsRead() throws GarbledData {
    String json =
        """
        {"ipAddress":"192.0.2.8","channelID":1,"dateTime":"2026-11-22T13:00:05+07:00",
         "activePostCount":1,"eventType":"ANPR","eventState":"active",
         "ANPR":{"licensePlate":"51F12345","line":3,"confidenceLevel":88}}""";
    PlateNotice plate = hikvision().read(bytes(json)).orElseThrow();

    assertThat(plate.plate()).isEqualTo("51F12345");
    assertThat(plate.confidence()).hasValue(0.88);
  }

  @Test
  void otherEventsOtherChannelsAndVehiclesWithoutAPlateAreNone() throws GarbledData {
    assertThat(hikvision().read(bytes(ALERT.replace(">ANPR<", ">videoloss<")))).isEmpty();
    assertThat(hikvision().read(bytes(ALERT.replace("51F12345", "unknown")))).isEmpty();
    assertThat(hikvision().read(bytes(ALERT.replace("51F12345", " ")))).isEmpty();
    assertThat(Dialect.hikvision(2).read(bytes(ALERT))).isEmpty();
    assertThat(dahua().read(bytes("Heartbeat\r\n"))).isEmpty();
    assertThat(dahua().read(bytes("Code=VideoMotion;action=Start;index=0"))).isEmpty();
  }

  /** An event must not be able to read files of the gateway, or to grow by being read. */
  @Test
  void aDocumentTypeIsRefused() {
    String file =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + ALERT.substring(ALERT.indexOf("<Event")).replace("51F12345", "&x;");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a \"ha\">");
    for (char one = 'b'; one < 'k'; one++) {
      char last = (char) (one - 1);
      laughs.append("<!ENTITY ").append(one).append(" \"");
      laughs.append(("&" + last + ";").repeat(10)).append("\">");
    }
    laughs.append("]>").append(ALERT.substring(ALERT.indexOf("<Event")).replace("51F12345", "&j;"));

    assertThatThrownBy(() -> hikvision().read(bytes(file))).isInstanceOf(GarbledData.class);
    assertThatThrownBy(() -> hikvision().read(bytes(laughs.toString())))
        .isInstanceOf(GarbledData.class);
  }

  @Test
  void nestingHasAnEnd() {
    String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);

    assertThatThrownBy(() -> hikvision().read(bytes(deep))).isInstanceOf(GarbledData.class);
  }

  @Test
  void linesOfTheSnapManagerAreRead() throws GarbledData {
    String lines =
        """
        Events[0].Code=TrafficJunction
        Events[0].CommInfo.Country=VNM
        Events[0].Lane=2
        Events[0].JunctionDirection=Obverse
        Events[0].UTC=1795327205
        Events[0].Object.BoundingBox[0]=7752
        Events[0].TrafficCar.PlateNumber=51F12345
        Events[0].TrafficCar.PlateColor=Yellow
        """;
    PlateNotice plate = dahua().read(bytes(lines)).orElseThrow();

    assertThat(plate.plate()).isEqualTo("51F12345");
    assertThat(plate.lane()).contains("2");
    assertThat(plate.direction()).contains("Obverse");
    assertThat(plate.cameraTime()).contains(Instant.ofEpochSecond(1_795_327_205L));
    assertThat(plate.passage()).isPresent();
  }

  @Test
  void anEventWithItsDataInJsonIsRead() throws GarbledData {
    String line =
        "Code=TrafficJunction;action=Pulse;index=0;data={\"Lane\":1,\"Object\":{\"Confidence\":91,"
            + "\"Text\":\"51F12345\"},\"TrafficCar\":{\"PlateNumber\":\"51F12345\"}}\r\n";
    PlateNotice plate = dahua().read(bytes(line)).orElseThrow();

    assertThat(plate.plate()).isEqualTo("51F12345");
    assertThat(plate.confidence()).hasValue(0.91);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whateverComesIsReadOrRefused(boolean xml) {
    Dialect dialect = xml ? hikvision() : dahua();
    Random random = new Random(11);
    byte[] sound = bytes(xml ? ALERT : "Code=TrafficJunction;data={\"a\":[1]}");
    for (int round = 0; round < 4_000; round++) {
      byte[] spoilt = java.util.Arrays.copyOf(sound, random.nextInt(sound.length) + 1);
      for (int k = random.nextInt(6); k > 0; k--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(dialect.read(spoilt)).isNotNull();
      } catch (GarbledData refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }
}
