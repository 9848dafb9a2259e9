// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others encoded is understood, and encoded to the same bytes. */
class GoldenFramesTest {

  @ParameterizedTest
  @EnumSource(Golden.class)
  void isDecodedByItsNameAndEncodedByteIdentically(Golden golden) throws Garbled {
    Message message = golden.decoded();
    assertThat(message.name()).isEqualTo(golden.name());
    assertThat(message.version()).isEqualTo(1);
    assertThat(message.rest()).isEqualTo(Octets.NONE);
    assertThat(Encoder.encode(message)).isEqualTo(golden.bytes());
  }

  @Test
  void theReportTellsTagAntennaStrengthTimesAndWhatWasRead() throws Garbled {
    Message message = Golden.RO_ACCESS_REPORT.decoded();
    Parameter tag = message.last("TagReportData").orElseThrow();

    assertThat(message.id()).isEqualTo(1001);
    assertThat(tag.last("EPC_96").orElseThrow().octets("epc").hex())
        .isEqualTo("3416214b9400f68000000001");
    assertThat(number(tag, "AntennaID", "antennaId")).isEqualTo(1);
    assertThat(number(tag, "PeakRSSI", "rssiDbm")).isEqualTo(-52);
    assertThat(number(tag, "TagSeenCount", "count")).isEqualTo(3);
    assertThat(number(tag, "LastSeenTimestampUTC", "microseconds"))
        .isGreaterThan(number(tag, "FirstSeenTimestampUTC", "microseconds"));
    List<Parameter> reads = tag.all("C1G2ReadOpSpecResult").toList();
    assertThat(reads).hasSize(2);
    assertThat(reads.get(0).octets("data").hex()).isEqualTo("e28011606000020554a1b2c3");
    assertThat(reads.get(1).number("result")).isEqualTo(2);
    assertThat(reads.get(1).octets("data")).isEqualTo(Octets.NONE);
  }

  @Test
  void bitsThatAreNumbersAreReadHighestFirst() throws Garbled {
    Parameter control =
        deep(Golden.ADD_ROSPEC.decoded(), "C1G2SingulationControl").findFirst().orElseThrow();
    assertThat(control.number("session")).isEqualTo(1);
    assertThat(control.number("tagPopulation")).isEqualTo(4);

    List<Parameter> reads = deep(Golden.ADD_ACCESSSPEC.decoded(), "C1G2Read").toList();
    assertThat(reads).extracting(read -> read.number("memoryBank")).containsExactly(2L, 3L);
    assertThat(reads).extracting(read -> read.number("wordCount")).containsExactly(6L, 4L);
  }

  @Test
  void theSameFrameCanBePutTogetherByNames() {
    Message keepalive =
        Build.message("SET_READER_CONFIG")
            .with(
                Build.parameter("ReaderEventNotificationSpec")
                    .with(notify(1))
                    .with(notify(2))
                    .with(notify(4))
                    .with(notify(8)))
            .with(Build.parameter("KeepaliveSpec").with("triggerType", 1).with("periodMs", 5000))
            .with(Build.parameter("GPIPortCurrentState").with("port", 1).with("config", true))
            .with(Build.parameter("EventsAndReports").with("holdUponReconnect", true))
            .message(1, 2);
    assertThat(Encoder.encode(keepalive)).isEqualTo(Golden.SET_READER_CONFIG.bytes());
  }

  @Test
  void anErrorTellsItsCodeAndItsWords() throws Garbled {
    Parameter status = Golden.ERROR_MESSAGE.decoded().last("LLRPStatus").orElseThrow();
    assertThat(status.number("statusCode")).isEqualTo(109);
    assertThat(status.octets("errorDescription").text()).contains("nope");
  }

  private static Build notify(int type) {
    return Build.parameter("EventNotificationState").with("eventType", type).with("notify", true);
  }

  private static long number(Parameter tag, String name, String field) {
    return tag.last(name).orElseThrow().number(field);
  }

  private static Stream<Parameter> deep(Element element, String name) {
    return Stream.concat(
        element.all(name), element.parameters().stream().flatMap(inner -> deep(inner, name)));
  }
}
