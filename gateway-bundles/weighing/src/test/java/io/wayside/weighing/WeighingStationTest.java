// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Schema;
import io.wayside.weighing.rig.ScriptedJournal;
import io.wayside.weighing.rig.ScriptedScale;
import io.wayside.weighing.rig.SteppedTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WeighingStationTest {

  /** Never ticks by itself; tests do. */
  private static final class StillTicker extends ScheduledThreadPoolExecutor {
    StillTicker() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable task, long initialDelay, long delay, TimeUnit unit) {
      return null;
    }
  }

  private final SteppedTime time = new SteppedTime();
  private final ScriptedScale scale = new ScriptedScale(time);
  private final ScriptedJournal journal = new ScriptedJournal();
  private WeighingStation station = start(Configs.with("vehicleGapS", 5.0));

  private WeighingStation start(StaticConfig config) {
    return new WeighingStation(
        config,
        scale,
        journal,
        time,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        new StillTicker());
  }

  private void restart(StaticConfig config) throws InterruptedException {
    station.stop();
    station = start(config);
  }

  private CommandResult ask(String verb, Value.Fields arguments, String reason) {
    return station.handle(
        new Command(
            "c1",
            "station.lane-1",
            verb,
            arguments,
            new Actor("Lan", "console", Set.of(Permission.OPERATE)),
            reason,
            Instant.MAX));
  }

  private CommandResult ask(String verb, String reason) {
    return ask(verb, new Value.Fields(java.util.Map.of()), reason);
  }

  private Value.Fields onlyWeighing() {
    List<Draft> all = journal.accepted("weighing/1");
    assertThat(all).hasSize(1);
    return all.get(0).body();
  }

  private static List<String> flags(Value.Fields body) {
    return ((Value.Many) body.get("flags"))
        .values().stream().map(flag -> ((Value.Text) flag).value()).toList();
  }

  private String healthCode() {
    station.tick(time.monotonicNanos());
    return station.health().code();
  }

  @Test
  void aVehicleBecomesOneEnforcementRecordOfTheStationsStream() {
    scale.say(Readings.from(0).hold(0, 6).axle(5000).axle(9000).hold(0, 6));
    Draft draft = journal.accepted("weighing/1").get(0);
    assertThat(draft.stream()).isEqualTo("weighing.lane-1");
    assertThat(draft.importance()).isEqualTo(Importance.ENFORCEMENT);
    assertThat(draft.occurred().monotonicNanos()).isEqualTo(6 * SECOND);
    Value.Fields gross = (Value.Fields) draft.body().get("gross");
    assertThat(gross.get("value")).isEqualTo(new Value.Real(14_000));
    assertThat(flags(draft.body())).containsExactly("uncalibrated");
  }

  @Test
  void theCalibrationInForceGoesWithTheRecord() throws InterruptedException {
    restart(Configs.with("vehicleGapS", 5.0, "calibrationId", "cal-2026-03"));
    scale.say(Readings.from(0).hold(0, 6).axle(5000).hold(0, 6));
    assertThat(journal.accepted("weighing/1").get(0).provenance().calibration())
        .isEqualTo("cal-2026-03");
    assertThat(flags(onlyWeighing())).isEmpty();
  }

  @Test
  void aClockThatFollowsNothingIsSaid() {
    time.quality(ClockQuality.unsynchronised());
    scale.say(Readings.from(0).hold(0, 6).axle(5000).hold(0, 6));
    assertThat(flags(onlyWeighing())).contains("clock-unsynchronised");
  }

  @Test
  void theRecordHoldsTheParametersInForceAsTheSchemaNamesThem() {
    scale.say(Readings.from(0).hold(0, 6).axle(5000).hold(0, 6));
    assertThat(Schema.ofRecord("weighing-1").faults(onlyWeighing())).isEmpty();
    assertThat(((Value.Fields) onlyWeighing().get("parameters")).get("vehicleGapS"))
        .isEqualTo(new Value.Real(5));
  }

  @Test
  void theStartItselfIsAGapOnRecord() {
    scale.say(Readings.from(3).show(0));
    Draft gap = journal.accepted("weighing-gap/1").get(0);
    assertThat(gap.body().get("from")).isEqualTo(Value.ABSENT);
    assertThat(gap.body().get("to")).isEqualTo(new Value.Text("2026-01-01T00:00:03Z"));
  }

  @Test
  void aRestartInTheMiddleOfAVehicleLeavesTwoDoubtfulRecordsAndNoGross()
      throws InterruptedException {
    scale.say(Readings.from(0).hold(0, 6).axle(5000).show(3000, 8000));
    restart(Configs.with("vehicleGapS", 5.0));
    scale.say(Readings.from(11).hold(9000, 3).hold(0, 6));
    List<Draft> both = journal.accepted("weighing/1");
    assertThat(both).hasSize(2);
    assertThat(both.get(0).body().get("gross")).isEqualTo(Value.ABSENT);
    assertThat(flags(both.get(0).body())).contains("station-stopped", "possible-missed-axle");
    assertThat(flags(both.get(1).body())).contains("started-occupied", "possible-missed-axle");
    assertThat(scale.listeners()).isOne();
  }

  @Test
  void aBusyJournalLosesNothingAndHealthSaysWhatWaits() {
    journal.failing(new JournalException.Busy("queue of 64 is full"));
    scale.say(Readings.from(0).hold(0, 6).axle(5000).hold(0, 6));
    assertThat(healthCode()).isEqualTo("records-waiting");
    assertThat(station.health().message()).contains("2 records", "queue of 64 is full");
    journal.accepting();
    assertThat(healthCode()).isEqualTo("ok");
    assertThat(journal.accepted())
        .extracting(d -> d.kind().toString())
        .containsExactly("weighing-gap/1", "weighing/1");
  }

  @Test
  void aJournalThatAnswersNothingIsNoticed() {
    journal.slow();
    for (int vehicle = 0; vehicle < 20; vehicle++) {
      scale.say(Readings.from(7.5 * vehicle).hold(0, 5.5).hold(5000, 1.5).hold(0, 0.5));
    }
    assertThat(healthCode()).isEqualTo("records-waiting");
    for (int i = 0; i < 21; i++) {
      journal.settle();
    }
    assertThat(healthCode()).isEqualTo("ok");
  }

  @Test
  void aReadingUnderWayWhileTheStationStopsBeginsNothing() throws InterruptedException {
    station.stop();
    station.received(Readings.from(1).show(5000).list().get(0));
    station.interrupted(new Interruption(SECOND, Interruption.Cause.STOPPED, "driver stops"));
    station.tick(20 * SECOND);
    assertThat(journal.accepted()).isEmpty();
  }

  @Test
  void whatAFullBacklogCannotKeepIsCountedAndRecordedAsAGap() {
    journal.failing(new JournalException.Full("no space left"));
    double from = 0;
    for (int vehicle = 0; vehicle < WeighingStation.MOST_WAITING + 2; vehicle++) {
      scale.say(Readings.from(from).hold(0, 5.5).hold(5000, 1.5).hold(0, 0.5));
      from += 7.5;
    }
    assertThat(healthCode()).isEqualTo("records-lost");
    assertThat(station.health().status()).isEqualTo(Status.FAILED);
    journal.accepting();
    station.tick(time.monotonicNanos());
    station.tick(time.monotonicNanos());
    List<Draft> gaps = journal.accepted("weighing-gap/1");
    Value.Fields gap = gaps.get(gaps.size() - 1).body();
    assertThat(gap.get("cause")).isEqualTo(new Value.Text("records-lost"));
    assertThat(healthCode()).isEqualTo("records-lost"); // until somebody has looked
  }

  @Test
  void healthTellsTheWorstAndWhatToDo() {
    assertThat(healthCode()).isEqualTo("starting");
    scale.say(Readings.from(0).hold(0, 2));
    assertThat(healthCode()).isEqualTo("ok");
    scale.interrupt(new Interruption(time.monotonicNanos(), Interruption.Cause.LINK_DOWN, "cut"));
    assertThat(healthCode()).isEqualTo("no-signal");
    scale.say(Readings.from(3).hold(60, 2));
    assertThat(healthCode()).isEqualTo("zero-off");
    scale.say(Readings.from(5).as(Basis.NET).show(0));
    assertThat(healthCode()).isEqualTo("net-indication");
    scale.say(Readings.from(5.1).hold(5000, 601));
    assertThat(healthCode()).isEqualTo("platform-stuck");
    scale.say(Readings.from(607).show(40_000));
    assertThat(healthCode()).isEqualTo("out-of-range");
    assertThat(station.healthId()).isEqualTo("station.lane-1");
  }

  @Test
  void healthKeepsItsBeginningWhileItStaysTheSame() {
    scale.say(Readings.from(0).hold(0, 2));
    station.tick(2 * SECOND);
    scale.say(Readings.from(2).hold(0, 2));
    station.tick(4 * SECOND);
    assertThat(station.health().sinceMonotonicNanos()).isEqualTo(2 * SECOND);
  }

  @Test
  void theOperatorFinishesAVehicle() {
    scale.say(Readings.from(0).hold(0, 6).axle(5000));
    CommandResult result =
        ask("finish-vehicle", Value.Fields.with("vehicle", 1).build(), "next is close");
    assertThat(result)
        .isEqualTo(
            new CommandResult.Done(Value.Fields.with("vehicle", 1).and("when", "now").build()));
    assertThat(onlyWeighing().get("ended")).isEqualTo(new Value.Text("finished-by-operator"));
    assertThat(onlyWeighing().get("remark"))
        .isEqualTo(new Value.Text("Lan (console): next is close"));
  }

  @Test
  void aDiscardedVehicleIsRecordedWithItsReason() {
    scale.say(Readings.from(0).hold(0, 6).hold(5000, 2));
    assertThat(ask("discard-vehicle", "")).isInstanceOf(CommandResult.Refused.class);
    assertThat(ask("discard-vehicle", "backed off")).isInstanceOf(CommandResult.Done.class);
    scale.say(Readings.from(8).hold(0, 1));
    assertThat(flags(onlyWeighing())).contains("discarded");
  }

  @Test
  void commandsThatDoNotFitAreRefusedWithACode() {
    assertThat(ask("finish-vehicle", ""))
        .isEqualTo(new CommandResult.Refused("no-vehicle", "no vehicle is being weighed"));
    scale.say(Readings.from(0).hold(0, 6).axle(5000));
    assertThat(ask("finish-vehicle", Value.Fields.with("vehicle", 2).build(), ""))
        .extracting(r -> ((CommandResult.Refused) r).code())
        .isEqualTo("other-vehicle");
    assertThat(ask("print", ""))
        .extracting(r -> ((CommandResult.Refused) r).code())
        .isEqualTo("unknown-verb");
    assertThat(ask("tare", ""))
        .isEqualTo(
            new CommandResult.Refused(
                "no-keys",
                "scale-1 takes no commands over its line: press the key on the indicator"));
    assertThat(station.verbs())
        .containsOnlyKeys(
            "finish-vehicle",
            "discard-vehicle",
            "state",
            "zero",
            "tare",
            "tare-preset",
            "tare-clear");
    assertThat(station.target()).isEqualTo("station.lane-1");
  }

  @Test
  void theStateShowsWhatIsGoingOn() {
    scale.say(Readings.from(0).hold(0, 6).axle(5000).hold(9000, 1.5));
    Value.Fields state = ((CommandResult.Done) ask("state", "")).answer();
    assertThat(state.get("phase")).isEqualTo(new Value.Text("at-rest"));
    assertThat(state.get("massKg")).isEqualTo(new Value.Real(9000));
    assertThat(state.get("vehicle")).isEqualTo(new Value.Whole(1));
    assertThat(state.get("axles")).isEqualTo(new Value.Whole(1));
  }

  @Test
  void aConfigurationThatContradictsItselfIsRefusedByName() {
    assertThatThrownBy(() -> start(Configs.with("zeroBandKg", 500.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axlePresentKg")
        .hasMessageContaining("raise it");
  }

  @Test
  void itsOwnClockTicksWithoutReadings() throws InterruptedException {
    WeighingStation ticking =
        new WeighingStation(
            Configs.with(),
            scale,
            journal,
            time,
            () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
    scale.say(Readings.from(0).show(0));
    time.set(10 * SECOND);
    long deadline = System.nanoTime() + 60 * SECOND;
    while (!ticking.health().code().equals("no-signal") && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(ticking.health().code()).isEqualTo("no-signal");
    ticking.stop();
  }
}
