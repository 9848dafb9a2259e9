// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.TagSighting;
import io.wayside.core.health.Health;
import io.wayside.driver.llrp.session.Captured;
import io.wayside.rig.simulators.llrp.Delivery;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver with the rig's reader and all that readers do wrong. */
class ReaderTest {

  private static final int DISABLE_ROSPEC = 25;

  private final Captured heard = new Captured();
  private SimulatedReader site;

  private void hearing(ReaderTraits traits, Map<String, Object> settings) throws IOException {
    site = SimulatedReader.hearing(traits, settings);
    site.reader().subscribe(heard);
    site.until("ok", () -> health().status() == Health.Status.OK);
  }

  private Health health() {
    return site.reader().health();
  }

  private void untilHeard(int number) {
    site.until(
        "tag " + number + " is heard",
        () -> {
          site.peerSays(number);
          return heard.epcs().contains(SimulatedReader.epc(number));
        });
  }

  @AfterEach
  void stop() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void readsTheChipsOwnNumberAndUserMemory() throws IOException {
    hearing(ReaderTraits.NEWER, Map.of("tidWords", 6, "userWords", 2));
    site.simulated()
        .tagInField(
            SimulatedReader.tag(1).withTid("e28011606000020554a1b2c3").withUser("0badcafe"),
            3,
            -48,
            2);
    site.until("the tag is heard", () -> !heard.sightings().isEmpty());
    TagSighting sighting = heard.sightings().get(0);
    assertThat(sighting.tid()).contains("e28011606000020554a1b2c3");
    assertThat(sighting.userMemory()).contains("0badcafe");
    assertThat(sighting.antenna()).isEqualTo(3);
    assertThat(sighting.strengthDbm()).isEqualTo(-48);
  }

  @Test
  void answersKeepalivesAndNoticesWhenTheyEnd() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of("keepaliveMs", 100));
    site.until("keepalives are answered", () -> site.simulated().keepaliveAcks() > 3);
    site.simulated().faults().silent(true);
    site.until("the silence is told", () -> !heard.interruptions().isEmpty());
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.SILENT);
    site.until("health shows it", () -> health().status() == Health.Status.FAILED);
    site.simulated().faults().clear();
    untilHeard(7);
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void hearsTheSameHoweverFramesAreCut(Delivery delivery) throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of());
    site.simulated().faults().delivery(delivery);
    site.simulated().faults().emptyReports(true);
    for (int i = 0; i < 40; i++) {
      site.peerSays(i);
    }
    site.simulated().faults().delivery(Delivery.WHOLE);
    untilHeard(99);
    assertThat(heard.epcs())
        .containsSubsequence(IntStream.range(0, 40).mapToObj(SimulatedReader::epc).toList());
    assertThat(heard.interruptions()).isEmpty();
  }

  @Test
  void aReaderThatRebootsWithItsOldSpecificationIsSetUpAnew() throws IOException {
    hearing(ReaderTraits.PLAIN.keeping(1, 1_000), Map.of());
    List<Long> before = site.simulated().roSpecs();
    site.simulated().reboot(true, false);
    site.until("the outage is told", () -> heard.interruptions().size() == 1);
    untilHeard(5);
    assertThat(site.simulated().roSpecs()).hasSize(1).isNotEqualTo(before);
    assertThat(heard.interruptions()).hasSize(1);
  }

  @Test
  void aReaderThatHangsHalfOpenIsNoticedByItsKeepalives() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of("keepaliveMs", 100));
    site.simulated().reboot(false, true);
    site.until("the outage is told", () -> !heard.interruptions().isEmpty());
    untilHeard(5);
  }

  /** Beside it a busy machine may have missed keepalives, which is an outage too. */
  private void untilAnOutageIsTold(int tag) {
    int before = heard.interruptions().size();
    site.peerSays(tag);
    site.until("an outage is told", () -> heard.interruptions().size() > before);
  }

  @Test
  void garbageEndsTheConnectionAndTheNextOneIsGood() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of("keepaliveMs", 200));
    site.simulated().faults().garbageNext(3, 100);
    untilAnOutageIsTold(1);
    untilHeard(2);
    site.simulated().faults().wrongLengthNext();
    untilAnOutageIsTold(3);
    untilHeard(4);
    site.simulated().faults().cutInsideNextMessage();
    untilAnOutageIsTold(5);
    untilHeard(6);
  }

  @Test
  void whatTheReaderKeptWhileNobodyListenedIsNotTakenForNow() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of());
    site.breakLink();
    site.until("the outage is told", () -> heard.interruptions().size() == 1);
    site.peerSays(1);
    site.peerSays(2);
    site.restoreLink();
    untilHeard(50);
    assertThat(heard.epcs()).doesNotContain(SimulatedReader.epc(1), SimulatedReader.epc(2));
  }

  @Test
  void aReaderThatRefusesSaysWhatAndWhy() throws IOException {
    site = SimulatedReader.started(ReaderTraits.PLAIN, Map.of("powerIndex", 999));
    site.until("the refusal is told", () -> health().code().equals("refused"));
    assertThat(health().message()).contains("reader-1", "refuses ADD_ROSPEC");
  }

  @Test
  void theRadioTellsWhenTheReaderWillNot() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of());
    site.simulated().faults().refuse(DISABLE_ROSPEC, Status.of(401, "relay stuck"));
    assertThatThrownBy(() -> site.reader().radio(false))
        .isInstanceOf(DeviceException.Refused.class)
        .hasMessageContaining("relay stuck");
    site.simulated().faults().clear();
    assertThat(site.simulated().transmitting()).isTrue();
  }

  @Test
  void theRadioSaysWhenNobodyKnows() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of("answerWithinMs", 300));
    site.simulated().faults().neverAnswer(DISABLE_ROSPEC);
    assertThatThrownBy(() -> site.reader().radio(false))
        .isInstanceOfAny(DeviceException.TimedOut.class, DeviceException.LinkDown.class)
        .hasMessageContaining("reader-1");
    site.simulated().faults().clear();
    site.until("it is off after all", () -> !site.simulated().transmitting());
    site.until("and in order", () -> health().status() == Health.Status.OK);
    assertThat(site.simulated().transmitting()).isFalse();
  }

  @Test
  void aRadioThatIsToBeOffAtTheStartNeverTransmits() throws Exception {
    site = SimulatedReader.started(ReaderTraits.PLAIN, Map.of("radioOnAtStart", false));
    site.until("ok", () -> health().status() == Health.Status.OK);
    assertThat(site.simulated().transmitting()).isFalse();
    assertThat(site.simulated().heard()).noneMatch(frame -> frame.type() == 24);
    site.reader().radio(true);
    assertThat(site.simulated().transmitting()).isTrue();
  }

  @Test
  void stoppingTurnsTheRadioOffAndLetsTheReaderGo() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of());
    site.reader().stop();
    site.until("nobody is connected", () -> !site.simulated().connected());
    assertThat(site.simulated().transmitting()).isFalse();
    assertThat(site.simulated().heard())
        .extracting(frame -> frame.type())
        .endsWith(DISABLE_ROSPEC, 14);
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
  }

  @Test
  void aFloodIsBoundedAndTheReaderStaysInOrder() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of("mostSightingsEachSecond", 50, "keepaliveMs", 1_000));
    for (int i = 0; i < 3_000; i++) {
      site.peerSays(i % 7);
    }
    site.until(
        "a new tag is heard",
        () -> {
          site.peerSays(600);
          return heard.epcs().contains(SimulatedReader.epc(600));
        });
    assertThat(heard.sightings().size()).isLessThan(3_000);
    assertThat(health().status()).isNotEqualTo(Health.Status.FAILED);
  }

  @Test
  void aClockThatJumpsIsToldAndChangesNothing() throws IOException {
    hearing(ReaderTraits.PLAIN, Map.of());
    untilHeard(1);
    site.simulated().jumpClock(Duration.ofHours(1));
    long before = site.monotonicNanos();
    untilHeard(2);
    site.until("it is told", () -> health().code().equals("reader-clock-jumped"));
    List<TagSighting> sightings = heard.sightings();
    assertThat(sightings.get(sightings.size() - 1).monotonicNanos())
        .isBetween(before, site.monotonicNanos());
  }

  @Test
  void aLinkThatIsNoneIsToldAsAnyOther() throws IOException {
    site = SimulatedReader.started(ReaderTraits.PLAIN, Map.of("link", "tcp:nowhere"));
    site.until("told", () -> health().code().equals("link-down"));
    assertThat(health().message()).contains("reader-1", "tcp:nowhere");
  }
}
