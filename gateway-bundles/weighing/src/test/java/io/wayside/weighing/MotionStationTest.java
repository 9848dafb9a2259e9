// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.wayside.core.data.Value;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.ClockQuality;
import io.wayside.weighing.MotionConfig.KeptSignals;
import io.wayside.weighing.evidence.SignalFile;
import io.wayside.weighing.evidence.SignalMemory;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.metrology.ParameterSet;
import io.wayside.weighing.metrology.Seal;
import io.wayside.weighing.motion.MotionWeighing.Trouble;
import io.wayside.weighing.outbound.Recorder;
import io.wayside.weighing.record.MotionRecords;
import io.wayside.weighing.rig.Schema;
import io.wayside.weighing.rig.ScriptedJournal;
import io.wayside.weighing.rig.SteppedTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MotionStationTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String SOFTWARE = "ab".repeat(32);

  private final SteppedTime time = new SteppedTime();
  private final ScriptedJournal journal = new ScriptedJournal();
  private final ScriptedWeighing weighing = new ScriptedWeighing();
  private Optional<String> software = Optional.of(SOFTWARE);
  private boolean within = true;

  private static final Value.Fields DOCUMENT = Value.Fields.with("instrument", "lane-1").build();

  private MotionStation station(Seal seal, KeptSignals keep) {
    return station(seal, keep, DOCUMENT);
  }

  private MotionStation station(Seal seal, KeptSignals keep, Value document) {
    ProvenanceSource provenance = () -> new Provenance("0.1.0", "0123456789abcdef", "none");
    ParameterSet parameters = ParameterSet.of(document);
    MotionRecords records =
        new MotionRecords(
            new MotionRecords.Origin(
                "lane-1", "adc-1", "ql10-lane-1", "strips", "cal-1", parameters.hash()),
            time);
    Backlog backlog = new Backlog(journal, 4, complaint -> {});
    return new MotionStation(
        new MotionStation.Parts(
            "adc-1",
            weighing,
            (vehicle, flags, at) -> new LaneJudge.Opinion(Value.ABSENT, Value.ABSENT, within),
            new Sealing(
                "lane-1",
                "ql10-lane-1",
                parameters,
                seal,
                journal,
                time,
                provenance,
                () -> software),
            records,
            new Recorder(gap -> records.draft(gap, provenance.current()), backlog),
            new SignalMemory(10 * SECOND, 100_000),
            new SignalFile(new Stream(), document),
            keep,
            SECOND / 2,
            provenance,
            time));
  }

  /** 100 samples of 1 ms. */
  private static SampleBlock block(double seconds, boolean vehicle) {
    double[][] samples = new double[1][100];
    samples[0][0] = vehicle ? 1 : 0;
    return new SampleBlock(
        Math.round(seconds * 1e9), 1e6, Math.round(seconds * 1e3), samples, Flags.NONE);
  }

  private void settle(MotionStation station) {
    for (int i = 0; i < 3; i++) { // sees what became of the last try, begins, sees that it is done
      station.tick(time.monotonicNanos());
    }
  }

  private Value.Fields weighed() {
    List<Draft> all = journal.accepted("weighing-in-motion/1");
    return all.get(all.size() - 1).body();
  }

  @Test
  void aSealedInstrumentWeighsForEnforcement() {
    MotionStation first = station(new Seal(0, ""), KeptSignals.NONE);
    settle(first);
    MotionStation station = station(new Seal(1, "abab"), KeptSignals.NONE);
    settle(station);
    station.received(block(10, true));

    assertThat(journal.accepted("parameter-change/1"))
        .as("the same parameters are no event")
        .hasSize(1);
    Value.Fields body = weighed();
    assertThat(body.get("forEnforcement")).isEqualTo(new Value.Truth(true));
    assertThat(body.get("eventCounter")).isEqualTo(new Value.Whole(1));
    assertThat(body.get("software")).isEqualTo(new Value.Text(SOFTWARE));
    assertThat(Schema.ofRecord("weighing-in-motion-1").faults(body)).isEmpty();
    assertThat(
            Schema.ofRecord("parameter-change-1")
                .faults(journal.accepted("parameter-change/1").get(0).body()))
        .isEmpty();
  }

  @Test
  void aChangedParameterIsAnEventAndBreaksTheSeal() {
    settle(station(new Seal(0, ""), KeptSignals.NONE));
    MotionStation station =
        station(
            new Seal(1, ""),
            KeptSignals.NONE,
            Value.Fields.with("instrument", "lane-1").and("maxKg", 1).build());
    settle(station);
    station.received(block(10, true));

    assertThat(journal.accepted("parameter-change/1")).hasSize(2);
    assertThat(weighed().get("against")).isEqualTo(Flags.of(Seal.SEAL_BROKEN).toValue());
    station.tick(11 * SECOND);
    assertThat(station.health().code()).isEqualTo("seal-broken");
  }

  @Test
  void nothingIsForEnforcementBeforeSoftwareAndParametersAreKnown() {
    software = Optional.empty();
    MotionStation station = station(new Seal(1, ""), KeptSignals.NONE);
    settle(station);
    station.received(block(10, true));
    assertThat(weighed().get("against")).isEqualTo(Flags.of(Seal.PARAMETERS_UNRECORDED).toValue());

    software = Optional.of(SOFTWARE);
    journal.failing(new JournalException.Busy("the disk is full"));
    settle(station);
    assertThat(journal.accepted("parameter-change/1")).isEmpty();
    station.tick(11 * SECOND);
    assertThat(station.health().code()).isEqualTo("parameters-unrecorded");
    assertThat(station.health().message()).contains("the disk is full");

    journal.accepting();
    settle(station);
    station.received(block(12, true));
    assertThat(weighed().get("forEnforcement")).isEqualTo(new Value.Truth(true));
  }

  @Test
  void aStartIsNoTroubleButASoftwareNobodyCanReadIs() {
    software = Optional.empty();
    MotionStation station = station(new Seal(1, ""), KeptSignals.NONE);
    station.received(block(10, false));
    station.tick(10 * SECOND);
    assertThat(station.health().status()).isEqualTo(Status.OK);
    for (int i = 0; i < 20; i++) {
      station.tick(11 * SECOND);
    }
    assertThat(station.health().code()).isEqualTo("parameters-unrecorded");
  }

  @Test
  void anUnsynchronisedClockIsADoubt() {
    time.quality(ClockQuality.unsynchronised());
    MotionStation station = station(new Seal(1, ""), KeptSignals.NONE);
    settle(station);
    station.received(block(10, true));
    assertThat(weighed().get("against")).isEqualTo(Flags.of(Flag.CLOCK_UNSYNCHRONISED).toValue());
  }

  @Test
  void theTimeBeforeTheFirstSampleAndEverySilenceIsAGap() {
    MotionStation station = station(new Seal(0, ""), KeptSignals.NONE);
    station.received(block(10, false));
    station.interrupted(
        new Interruption(10 * SECOND, Interruption.Cause.LINK_DOWN, "adc-1 was unplugged"));
    station.interrupted(new Interruption(10 * SECOND, Interruption.Cause.LINK_DOWN, "told twice"));
    station.tick(12 * SECOND);
    assertThat(station.health().message()).contains("adc-1 was unplugged");
    station.received(block(13, false));
    station.tick(13 * SECOND + MotionStation.SILENT_NANOS + SECOND);
    assertThat(station.health().code()).isEqualTo("no-signal");
    station.received(block(30, false));

    assertThat(journal.accepted("weighing-gap/1"))
        .extracting(gap -> gap.body().get("cause"), gap -> gap.body().get("durationS"))
        .containsExactly(
            tuple(new Value.Text("not-running"), Value.ABSENT),
            tuple(new Value.Text("link-down"), new Value.Real(3.0)),
            tuple(new Value.Text("silent"), new Value.Real(16.9)));
    assertThat(weighing.heard)
        .containsExactly(
            "samples 10000",
            "interrupted LINK_DOWN",
            "samples 13000",
            "interrupted SILENT",
            "samples 30000");
  }

  @Test
  void theSignalOfVehiclesNotWithinAllLimitsGoesWithTheRecord() {
    MotionStation station = station(new Seal(0, ""), KeptSignals.NOT_WITHIN);
    for (int i = 0; i < 20; i++) {
      station.received(block(10 + i / 10.0, false));
    }
    station.received(block(12, true));
    within = false;
    station.received(block(12.1, true));

    List<Draft> weighed = journal.accepted("weighing-in-motion/1");
    assertThat(weighed.get(0).blobs()).isEmpty();
    assertThat(weighed.get(1).blobs())
        .singleElement()
        .satisfies(
            blob -> {
              assertThat(blob.mediaType()).isEqualTo(SignalFile.MEDIA_TYPE);
              // Half a second before, at 100 samples of 4 bytes a block.
              assertThat(blob.content().length).isBetween(7 * 400, 8 * 400 + 1_500);
            });
  }

  @Test
  void aSensorInDoubtShowsInHealth() {
    MotionStation station = station(new Seal(0, ""), KeptSignals.NONE);
    settle(station);
    station.received(block(10, false));
    station.tick(11 * SECOND);
    assertThat(station.health().status()).isEqualTo(Status.OK);
    weighing.troubles.add(new Trouble("baseline-drift", "channel a drifts by 3 mV/h: look at it"));
    station.tick(12 * SECOND);
    assertThat(station.health().code()).isEqualTo("baseline-drift");
    assertThat(station.health().message()).contains("channel a");
  }

  @Test
  void contactsReachTheInstrumentAndAStoppedStationHearsNothing() {
    MotionStation station = station(new Seal(0, ""), KeptSignals.NONE);
    station.contact("loop-1", new ContactChange(5, true, StampedBy.KERNEL));
    station.stop();
    station.contact("loop-1", new ContactChange(6, false, StampedBy.KERNEL));
    station.received(block(10, true));
    assertThat(weighing.heard).containsExactly("contact loop-1 true 5", "finish");
    assertThat(journal.accepted("weighing-in-motion/1")).isEmpty();
  }

  @Test
  void recordsTheJournalDoesNotTakeAreRetriedAndWhatIsLostIsAGap() {
    MotionStation station = station(new Seal(0, ""), KeptSignals.NONE);
    station.received(block(10, false));
    journal.failing(new JournalException.Busy("full"));
    for (int i = 1; i <= 6; i++) {
      station.received(block(10 + i, true));
    }
    station.tick(17 * SECOND);
    assertThat(station.health().code()).isEqualTo("records-lost");
    journal.accepting();
    station.tick(18 * SECOND);
    station.tick(19 * SECOND);
    assertThat(journal.accepted("weighing-in-motion/1")).hasSize(4);
    assertThat(journal.accepted("weighing-gap/1"))
        .last()
        .satisfies(gap -> assertThat(gap.body().get("cause").toString()).contains("records-lost"));
  }

  private static final class Stream implements SampleStream {
    @Override
    public String deviceId() {
      return "adc-1";
    }

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("a", "V"));
    }

    @Override
    public double nominalRateHz() {
      return 1000;
    }

    @Override
    public Subscription subscribe(Listener<? super SampleBlock> listener) {
      return () -> {};
    }
  }
}
