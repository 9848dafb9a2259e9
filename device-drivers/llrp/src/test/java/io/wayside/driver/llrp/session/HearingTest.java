// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.TagSighting;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of reports and events. */
class HearingTest {

  private final ScriptedReader reader = ScriptedReader.usual().ready();

  private static Build read(int operation, int result, String words) {
    return Build.parameter("C1G2ReadOpSpecResult")
        .with("opSpecId", operation)
        .with("result", result)
        .with("data", Octets.of(java.util.HexFormat.of().parseHex(words)));
  }

  @Test
  void aSightingTellsAllThatTheReaderSaid() {
    reader.now += 7;
    reader.report(
        reader
            .tag(1)
            .with(Build.parameter("TagSeenCount").with("count", 3))
            .with(read(1, 0, "e28011606000020554a1b2c3"))
            .with(read(2, 2, "")));
    TagSighting sighting = reader.heard.sightings().get(0);
    assertThat(sighting.monotonicNanos()).isEqualTo(reader.now);
    assertThat(sighting.epc()).isEqualTo("340000000000000000000001");
    assertThat(sighting.epcBits()).isEqualTo(96);
    assertThat(sighting.antenna()).isEqualTo(1);
    assertThat(sighting.strengthDbm()).isEqualTo(-55);
    assertThat(sighting.count()).isEqualTo(3);
    assertThat(sighting.tid()).contains("e28011606000020554a1b2c3");
    assertThat(sighting.userMemory()).isEmpty();
  }

  @Test
  void whatIsLeftOutIsAsBeforeAndNothingIsTakenFromAnEarlierConnection() {
    reader.report(reader.tag(1), reader.bare(2));
    assertThat(reader.heard.sightings()).extracting(TagSighting::antenna).containsExactly(1, 1);
    assertThat(reader.heard.sightings()).extracting(TagSighting::strengthDbm).containsOnly(-55.0);

    reader.session.down("the cable is out", reader.now);
    reader.ready();
    reader.report(reader.bare(3));
    assertThat(reader.heard.sightings()).hasSize(2);
    assertThat(reader.health().code()).isEqualTo("antenna-unknown");
  }

  @Test
  void aTagWithoutNumberOrWithALongOneIsHeardToo() {
    Build none =
        Build.parameter("TagReportData")
            .with(Build.parameter("EPCData").with("epc", Octets.NONE))
            .with(Build.parameter("AntennaID").with("antennaId", 2));
    Build odd =
        Build.parameter("TagReportData")
            .with(
                Build.parameter("EPCData")
                    .with("epc", Octets.ofBits(62, Octets.ofInts(-1, -1).bytes())));
    Build longest =
        Build.parameter("TagReportData")
            .with(Build.parameter("EPCData").with("epc", Octets.of(new byte[62])));
    reader.report(none, odd, longest);
    assertThat(reader.heard.sightings())
        .extracting(TagSighting::epcBits)
        .containsExactly(0, 62, 496);
    assertThat(reader.heard.epcs().get(1)).isEqualTo("fffffffffffffffc");
    assertThat(reader.heard.sightings()).extracting(TagSighting::strengthDbm).containsOnly(-128.0);
  }

  @Test
  void aReportWithoutTagsIsCountedAndNothingElse() {
    reader.report();
    assertThat(reader.heard.sightings()).isEmpty();
    assertThat(reader.session.counters().emptyReports()).isEqualTo(1);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void whatTheReaderKeptFromAnEarlierConnectionIsPassedOver() {
    Build old = reader.tag(1);
    reader.session.down("the cable is out", reader.now);
    reader.now += 3_000 * ScriptedReader.MS;
    reader.ready();
    reader.report(old, reader.tag(2));
    assertThat(reader.heard.epcs()).containsExactly("340000000000000000000002");
    assertThat(reader.session.counters().fromOldSpecs()).isEqualTo(1);
  }

  @Test
  void anInventoryOfSomebodyElseThatGoesOnIsTold() {
    reader.report(
        reader.bare(1).with(Build.parameter("ROSpecID").with("roSpecId", reader.roSpecId() + 1)));
    assertThat(reader.health().status()).as("what it kept").isEqualTo(Status.OK);
    reader.pass(1_001);
    reader.report(
        reader.bare(1).with(Build.parameter("ROSpecID").with("roSpecId", reader.roSpecId() + 1)));
    assertThat(reader.heard.sightings()).isEmpty();
    assertThat(reader.health().code()).isEqualTo("other-inventory");
    assertThat(reader.health().message()).contains("ROSpec " + (reader.roSpecId() + 1));
  }

  @Test
  void nothingIsHeardWhileTheRadioIsOffAndARadioThatStaysOnIsTold() {
    reader.session.radio().want(false);
    reader.pass(10);
    reader.report(reader.tag(1));
    assertThat(reader.health().status()).as("what was on its way").isEqualTo(Status.OK);
    reader.now += 2_000 * ScriptedReader.MS;
    reader.report(reader.tag(2));
    assertThat(reader.heard.sightings()).isEmpty();
    assertThat(reader.session.counters().whileOff()).isEqualTo(2);
    assertThat(reader.health().code()).isEqualTo("radio-not-off");
  }

  @Test
  void aFrequencyOutsideTheLicenceIsAnAlarm() {
    ScriptedReader licensed =
        new ScriptedReader(ScriptedReader.settings(List.of(920_625, 921_375), 1_000)).ready();
    licensed.report(licensed.tag(1));
    assertThat(licensed.health().status()).isEqualTo(Status.OK);

    ScriptedReader abroad = new ScriptedReader(ScriptedReader.settings(List.of(920_625), 1_000));
    abroad.ready();
    assertThat(abroad.health().code()).as("before it transmits").isEqualTo("forbidden-channel");
    assertThat(abroad.health().message()).contains("may transmit on 921375 kHz");
    abroad.report(
        abroad
            .bare(1)
            .with(Build.parameter("AntennaID").with("antennaId", 1))
            .with(Build.parameter("ChannelIndex").with("channelIndex", 2)));
    assertThat(abroad.health().message()).contains("transmits on 921375 kHz");
    abroad.report(abroad.bare(1).with(Build.parameter("ChannelIndex").with("channelIndex", 3)));
    assertThat(abroad.health().message()).contains("channel 3");
    assertThat(abroad.heard.sightings()).as("is told all the same").hasSize(2);
  }

  @Test
  void lostReportsAreAnInterruption() {
    reader.report(reader.tag(1));
    reader.event(Build.parameter("ReportBufferOverflowErrorEvent"));
    assertThat(reader.heard.interruptions())
        .singleElement()
        .satisfies(told -> assertThat(told.cause()).isEqualTo(Cause.OVERRUN));
    assertThat(reader.session.counters().lost()).isEqualTo(1);
    assertThat(reader.health().code()).isEqualTo("reports-lost");
  }

  @Test
  void whatTheReaderSaysOfItselfIsShown() {
    reader.event(Build.parameter("ReportBufferLevelWarningEvent").with("percentFull", 80));
    assertThat(reader.health().message()).contains("80 %");
    reader.event(
        Build.parameter("ReaderExceptionEvent").with("message", Octets.ofText("PLL unlocked")));
    assertThat(reader.health().message()).contains("PLL unlocked");
  }

  @Test
  void anAntennaThatIsGoneIsShownUntilItIsBack() {
    antenna(2, 0);
    antenna(4, 0);
    assertThat(reader.health().code()).isEqualTo("antenna-disconnected");
    assertThat(reader.health().message()).contains("no antenna at port 2");
    reader.now += 3_600_000 * ScriptedReader.MS;
    assertThat(reader.health().code()).isEqualTo("antenna-disconnected");
    antenna(2, 1);
    assertThat(reader.health().status()).isEqualTo(Status.OK);
  }

  private void antenna(int port, int connected) {
    reader.event(
        Build.parameter("AntennaEvent").with("eventType", connected).with("antennaId", port));
  }

  @Test
  void aReadersClockThatIsMovedIsToldAndSightingsKeepOurTime() {
    reader.report(reader.tag(1));
    long moved = reader.micros() + 3_600_000_000L;
    reader.report(
        reader.bare(2).with(Build.parameter("LastSeenTimestampUTC").with("microseconds", moved)));
    assertThat(reader.health().code()).isEqualTo("reader-clock-jumped");
    assertThat(reader.health().message()).contains("PT1H");
    assertThat(reader.heard.sightings().get(1).monotonicNanos()).isEqualTo(reader.now);
  }

  @Test
  void aFloodIsThinnedByTagAndTheExcessIsAnInterruption() {
    ScriptedReader flooded = new ScriptedReader(ScriptedReader.settings(List.of(), 20)).ready();
    for (int i = 0; i < 100; i++) {
      flooded.report(flooded.tag(1));
    }
    assertThat(flooded.heard.sightings()).as("of one tag").hasSize(20);
    for (int i = 0; i < 100; i++) {
      flooded.report(flooded.tag(100 + i));
    }
    assertThat(flooded.heard.sightings()).as("of new tags as many again").hasSize(40);
    assertThat(flooded.heard.interruptions()).hasSize(1);
    assertThat(flooded.health().code()).isEqualTo("flood");
    assertThat(flooded.session.counters().merged()).isEqualTo(80);
    assertThat(flooded.session.counters().dropped()).isEqualTo(80);

    flooded.now += 1_000 * ScriptedReader.MS;
    flooded.report(flooded.tag(1));
    assertThat(flooded.heard.sightings().get(40).count()).as("merged replies count").isEqualTo(81);
  }
}
