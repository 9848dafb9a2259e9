// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandAudit;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.record.Provenance;
import io.wayside.weighing.rig.KeyedScale;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.ScriptedJournal;
import io.wayside.weighing.rig.SteppedTime;
import io.wayside.weighing.statics.WeighingFlags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The verbs for zero and tare, through the gate that all commands go through. */
class ScaleCommandsTest {

  private static final Provenance BY = new Provenance("0.1.0", "0123456789abcdef", "none");

  private final SteppedTime time = new SteppedTime();
  private final KeyedScale scale = new KeyedScale(time);
  private final ScriptedJournal journal = new ScriptedJournal();
  private final ScheduledThreadPoolExecutor ticker = new ScheduledThreadPoolExecutor(0);
  private final CommandGate gate = new CommandGate();
  private final WeighingStation station =
      new WeighingStation(Configs.with("vehicleGapS", 5.0), scale, journal, time, () -> BY, ticker);
  private int commands;

  @AfterEach
  void stop() {
    ticker.shutdownNow();
  }

  private CommandGate.Outcome submit(
      String verb, Map<String, Value> arguments, Permission held, String reason, long forSeconds) {
    Instant now = time.at(time.monotonicNanos()).wall();
    Command command =
        new Command(
            "c" + ++commands,
            "station.lane-1",
            verb,
            new Value.Fields(arguments),
            new Actor("Lan", "console", Set.of(held)),
            reason,
            now.plusSeconds(forSeconds));
    return gate.submit(command, List.of(station), time.at(time.monotonicNanos()), BY);
  }

  private CommandResult ask(String verb, Map<String, Value> arguments) {
    return submit(verb, arguments, Permission.MAINTAIN, "after rain", 60).result();
  }

  private CommandResult ask(String verb) {
    return ask(verb, Map.of());
  }

  private static String code(CommandResult result) {
    if (result instanceof Refused refused) {
      return refused.code();
    }
    return result instanceof Failed failed ? failed.code() : "done";
  }

  @Test
  void eachVerbPressesItsKey() {
    scale.say(Readings.from(0).hold(0, 6));
    assertThat(ask("zero")).isInstanceOf(Done.class);
    assertThat(ask("tare")).isInstanceOf(Done.class);
    assertThat(ask("tare-clear")).isInstanceOf(Done.class);
    assertThat(ask("tare-preset", Map.of("kg", new Value.Whole(4980)))).isInstanceOf(Done.class);
    assertThat(ask("tare-preset", Map.of("kg", new Value.Real(12.5)))).isInstanceOf(Done.class);
    assertThat(scale.pressed())
        .containsExactly("zero", "tare", "clear", "preset 4980.0", "preset 12.5");
  }

  @Test
  void onlyWhoMayMaintainMaySetTheScaleAndHeSaysWhyAndInTime() {
    scale.say(Readings.from(0).hold(0, 6));
    for (String verb : ScaleCommands.VERBS.keySet()) {
      assertThat(code(submit(verb, Map.of(), Permission.OPERATE, "why", 60).result()))
          .isEqualTo("not-permitted");
      assertThat(code(submit(verb, Map.of(), Permission.MAINTAIN, " ", 60).result()))
          .isEqualTo("reason-missing");
      assertThat(code(submit(verb, Map.of(), Permission.MAINTAIN, "why", -1).result()))
          .isEqualTo("expired");
    }
    assertThat(scale.pressed()).isEmpty();
  }

  @Test
  void theAuditNamesWhoWhyAndTheValue() {
    scale.say(Readings.from(0).hold(0, 6));
    CommandGate.Outcome outcome =
        submit(
            "tare-preset",
            Map.of("kg", new Value.Whole(4980)),
            Permission.MAINTAIN,
            "container 20 ft",
            60);
    Value.Fields audit = outcome.audit().body();
    assertThat(outcome.audit().kind()).isEqualTo(CommandAudit.KIND);
    assertThat(audit.get("actor")).isEqualTo(new Value.Text("Lan"));
    assertThat(audit.get("reason")).isEqualTo(new Value.Text("container 20 ft"));
    assertThat(((Value.Fields) audit.get("arguments")).get("kg")).isEqualTo(new Value.Whole(4980));
    assertThat(audit.get("outcome")).isEqualTo(new Value.Text("done"));
  }

  @Test
  void zeroIsNotSetWhileAVehicleIsWeighedNorUnseen() {
    assertThat(code(ask("zero"))).isEqualTo("no-signal");
    scale.say(Readings.from(0).hold(0, 6).axle(5000));
    assertThat(code(ask("zero"))).isEqualTo("vehicle-present"); // between two of its axles
    scale.say(Readings.from(10).hold(9000, 1));
    assertThat(code(ask("zero"))).isEqualTo("vehicle-present");
    assertThat(scale.pressed()).isEmpty();
    scale.say(Readings.from(11).hold(0, 7));
    assertThat(code(ask("zero"))).isEqualTo("done");
  }

  @Test
  void aTareTakenDuringAVehicleFlagsItForEver() {
    scale.say(Readings.from(0).hold(0, 6).hold(5000, 3));
    assertThat(ask("tare")).isInstanceOf(Done.class);
    scale.say(Readings.from(9).hold(5000, 2).hold(0, 7));
    Value flags = journal.accepted("weighing/1").get(0).body().get("flags");
    assertThat(((Value.Many) flags).values())
        .contains(new Value.Text(WeighingFlags.SCALE_SET.code()));
  }

  @Test
  void whatTheScaleRefusesChangesNothingAndIsTold() {
    scale.say(Readings.from(0).hold(0, 6).hold(5000, 3));
    scale.answering(new DeviceException.Refused("the load is not at rest: wait"));
    assertThat(ask("tare"))
        .isEqualTo(new Refused("scale-refused", "scale-1: the load is not at rest: wait"));
    scale.answering(new DeviceException.LinkDown("the cable is out"));
    assertThat(code(ask("tare"))).isEqualTo("no-link");
    scale.say(Readings.from(9).hold(0, 7));
    Value flags = journal.accepted("weighing/1").get(0).body().get("flags");
    assertThat(((Value.Many) flags).values()).doesNotContain(new Value.Text("scale-set"));
  }

  @Test
  void whatNobodyConfirmedMayHaveHappenedAndIsFlagged() {
    scale.say(Readings.from(0).hold(0, 6).hold(5000, 3));
    scale.answering(new DeviceException.TimedOut("no answer within 2 s"));
    assertThat(code(ask("tare"))).isEqualTo("not-confirmed");
    scale.say(Readings.from(9).hold(0, 7));
    Value flags = journal.accepted("weighing/1").get(0).body().get("flags");
    assertThat(((Value.Many) flags).values()).contains(new Value.Text("scale-set"));
  }

  @Test
  void aTareWithoutAUsableNumberIsRefused() {
    for (Value wrong :
        List.of(
            new Value.Text("5000"),
            new Value.Whole(0),
            new Value.Whole(-20),
            new Value.Real(-0.5),
            Value.ABSENT)) {
      assertThat(code(ask("tare-preset", Map.of("kg", wrong)))).isEqualTo("kg-missing");
    }
    assertThat(code(ask("tare-preset"))).isEqualTo("kg-missing");
    assertThat(scale.pressed()).isEmpty();
  }

  @Test
  void aTickAndAReadingGoOnWhileTheScaleTakesItsTime() {
    scale.say(Readings.from(0).hold(0, 6));
    scale.whilePressed(
        () -> {
          Thread reader = new Thread(() -> scale.say(Readings.from(6).hold(0, 1)));
          reader.start();
          join(reader);
        });
    assertThat(code(ask("zero"))).isEqualTo("done");
    assertThat(time.monotonicNanos()).isGreaterThan(6 * SECOND);
  }

  private static void join(Thread other) {
    try {
      other.join(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(other.isAlive()).isFalse();
  }
}
