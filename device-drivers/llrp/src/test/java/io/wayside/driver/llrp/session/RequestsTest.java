// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Element;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Parameter;
import io.wayside.driver.llrp.codec.Slot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader is told is what the site wants, in the form of the standard. */
class RequestsTest {

  private static final Capabilities HOPPING =
      new Capabilities("a reader", true, true, 7, List.of(920_625L, 921_375L));
  private static final Capabilities FIXED =
      new Capabilities("a reader", false, false, 0, List.of(919_000L, 921_375L));

  private static Settings settings(
      List<Integer> antennas, Settings.Radio radio, int tid, int user) {
    return new Settings(
        "reader-1",
        "tcp://192.0.2.7:5084",
        antennas,
        radio,
        tid,
        user,
        2_000,
        1,
        List.of(921_375),
        0,
        true,
        100);
  }

  private static Requests requests(int powerIndex, int modeIndex, int tariNs) {
    return new Requests(
        settings(List.of(), new Settings.Radio(powerIndex, modeIndex, tariNs, 2, 9, 30), 4, 0));
  }

  private static Stream<Parameter> deep(Element outer) {
    return outer.parameters().stream().flatMap(each -> Stream.concat(Stream.of(each), deep(each)));
  }

  private static Parameter only(Message message, String name) {
    return deep(message).filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static boolean has(Message message, String name) {
    return deep(message).anyMatch(each -> each.name().equals(name));
  }

  @Test
  void powerAndModeAreLeftToTheReaderUnlessTheSiteSetsThem() {
    Message message = requests(-1, -1, 0).inventory(5, HOPPING).message(1, 1);
    assertThat(has(message, "RFTransmitter")).isFalse();
    assertThat(has(message, "C1G2RFControl")).isFalse();
    assertThat(only(message, "AISpec").octets("antennaIds").shorts()).containsExactly(0);
  }

  @Test
  void aHoppingReaderIsGivenItsOwnTable() {
    Parameter transmitter =
        only(requests(12, 3, 25_000).inventory(5, HOPPING).message(1, 1), "RFTransmitter");
    assertThat(transmitter.number("hopTableId")).isEqualTo(7);
    assertThat(transmitter.number("channelIndex")).isZero();
    assertThat(transmitter.number("powerIndex")).isEqualTo(12);
  }

  @Test
  void aReaderThatStaysOnAChannelIsGivenTheFirstThatIsAllowed() {
    Message message = requests(12, 3, 25_000).inventory(5, FIXED).message(1, 1);
    assertThat(only(message, "RFTransmitter").number("hopTableId")).isZero();
    assertThat(only(message, "RFTransmitter").number("channelIndex")).isEqualTo(2);
    assertThat(only(message, "C1G2RFControl").number("modeIndex")).isEqualTo(3);
    assertThat(only(message, "C1G2RFControl").number("tariNs")).isEqualTo(25_000);
    assertThat(only(message, "C1G2SingulationControl").number("session")).isEqualTo(2);
    assertThat(only(message, "C1G2SingulationControl").number("tagTransitTimeMs")).isEqualTo(30);
  }

  @Test
  void theSpecificationIsAddedDisabledAndReportsEachSingulation() {
    Message message = requests(-1, -1, 0).inventory(77, HOPPING).message(1, 1);
    assertThat(only(message, "ROSpec").number("roSpecId")).isEqualTo(77);
    assertThat(only(message, "ROSpec").number("currentState")).isZero();
    assertThat(only(message, "ROSpecStartTrigger").number("triggerType")).isEqualTo(1);
    assertThat(only(message, "ROSpecStopTrigger").number("triggerType")).isZero();
    assertThat(only(message, "AISpecStopTrigger").number("triggerType")).isZero();
    assertThat(only(message, "ROReportSpec").number("trigger")).isEqualTo(1);
    Parameter told = only(message, "TagReportContentSelector");
    assertThat(told.flag("roSpecId")).isTrue();
    assertThat(told.flag("specIndex")).isFalse();
  }

  @Test
  void memoryIsReadOfEveryTagAndOnlyWhenItIsWanted() {
    Message message = requests(-1, -1, 0).memory(5).message(1, 1);
    assertThat(only(message, "C1G2TargetTag").octets("mask").bits()).isZero();
    assertThat(deep(message).filter(each -> each.name().equals("C1G2Read")))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.number("memoryBank")).isEqualTo(2);
              assertThat(read.number("wordCount")).isEqualTo(4);
            });
    Settings without = settings(List.of(1), new Settings.Radio(-1, -1, 0, 1, 1, 0), 0, 0);
    assertThat(new Requests(without).wantsMemory()).isFalse();
  }

  @Test
  void reportsAreHeldOnlyWhereTheReaderCan() {
    Requests requests = requests(-1, -1, 0);
    assertThat(has(requests.configuration(true).message(1, 1), "EventsAndReports")).isTrue();
    assertThat(has(requests.configuration(false).message(1, 1), "EventsAndReports")).isFalse();
  }

  /** Order and number of parameters, by the tables, which no part of the driver looks at. */
  @Test
  void everyRequestKeepsTheOrderOfTheStandard() {
    Requests requests = requests(12, 3, 0);
    Stream.of(
            requests.everything(),
            requests.configuration(true),
            requests.inventory(5, FIXED),
            requests.memory(5),
            requests.enableMemory(),
            requests.enable(5),
            requests.disable(5))
        .map(build -> build.message(1, 1))
        .forEach(RequestsTest::keepsItsPlaces);
  }

  private static void keepsItsPlaces(Element element) {
    int at = 0;
    for (Slot slot : element.definition().slots()) {
      int count = 0;
      while (at < element.parameters().size()
          && slot.names().contains(element.parameters().get(at).name())
          && (slot.many() || count == 0)) {
        at++;
        count++;
      }
      assertThat(count)
          .as(element.definition().name() + " " + slot.names())
          .isGreaterThanOrEqualTo(slot.least());
    }
    assertThat(at)
        .as("all have a place in " + element.definition().name())
        .isEqualTo(element.parameters().size());
    element.parameters().forEach(RequestsTest::keepsItsPlaces);
  }
}
