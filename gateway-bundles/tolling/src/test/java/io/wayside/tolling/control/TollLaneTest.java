// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.contracts.Eventually;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.LaneOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real thread, in real time. */
class TollLaneTest {

  /** The machine's clock, for the thread waits by it. */
  private static final TimeSource REAL =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(
              Instant.now().plusNanos(nanos - System.nanoTime()),
              ClockQuality.synchronisedBy("ntp"),
              "boot-1",
              nanos);
        }
      };

  @TempDir Path folder;
  private LaneBench bench;
  private TollLane lane;
  private BenchContact arming;
  private BenchContact safety;
  private BenchOutput raise;
  private BenchReader reader;
  private final BenchOutput green = new BenchOutput("green", REAL, false);
  private final BenchOutput red = new BenchOutput("red", REAL, true);
  private final BenchOutput greenThere = new BenchOutput("green-there", REAL, false);
  private final BenchOutput redThere = new BenchOutput("red-there", REAL, true);

  @BeforeEach
  void begin() throws Exception {
    begin(true);
  }

  /**
   * Makes a lane.
   *
   * @param standingRoom whether a vehicle can be between its loops and on neither
   */
  private void begin(boolean standingRoom) throws Exception {
    bench = new LaneBench(folder);
    arming = new BenchContact("l1", REAL, Optional.of(false));
    safety = new BenchContact("l3", REAL, Optional.of(false));
    raise = new BenchOutput("raise", REAL, true);
    reader = new BenchReader(REAL);
    bench.tags.asOf = Instant.now();
    LaneParts parts = bench.parts();
    LaneDevices usual = bench.devices();
    LaneSettings settings = withRoom(parts.settings(), standingRoom);
    lane =
        new TollLane(
            new LaneParts(
                settings,
                new LaneDevices(
                    reader,
                    arming,
                    safety,
                    usual.classing(),
                    usual.curtain(),
                    usual.armUp(),
                    usual.armDown(),
                    raise,
                    usual.lower(),
                    Optional.of(green),
                    Optional.of(red),
                    Optional.empty(),
                    Optional.empty(),
                    new EndSigns(Optional.of(greenThere), Optional.of(redThere), Optional.empty())),
                parts.book(),
                parts.issuers(),
                parts.policy(),
                parts.fares(),
                parts.plaza(),
                parts.office(),
                parts.order(),
                parts.journal(),
                parts.provenance(),
                REAL,
                Audience.NONE,
                Optional.empty(),
                Optional.of(turned(settings)),
                parts.eyes()));
  }

  private static LaneSettings turned(LaneSettings forward) {
    LaneOrigin origin = forward.origin();
    return new LaneSettings(
        new LaneOrigin(origin.station(), origin.lane(), "back", origin.id()),
        forward.shifts(),
        forward.rules(),
        forward.layout(),
        forward.openAtStart(),
        forward.outputLease());
  }

  private static LaneSettings withRoom(LaneSettings usual, boolean standingRoom) {
    Layout layout = usual.layout();
    return new LaneSettings(
        usual.origin(),
        usual.shifts(),
        usual.rules(),
        new Layout(
            layout.laneAntennas(),
            layout.approachAntennas(),
            layout.curtain(),
            layout.armSwitches(),
            standingRoom),
        usual.openAtStart(),
        usual.outputLease());
  }

  private CommandResult turn(String to) {
    return order("turn", "evening traffic", Value.Fields.with("to", to).build());
  }

  private void refused(String to, String code) {
    assertThat(turn(to))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void aLaneIsTurnedWhenItIsClosedAndEmptyAndItsLoopsAndLightsChangeParts() throws Exception {
    begin(false);
    List<String> wrong = new CopyOnWriteArrayList<>(); // the lane's thread keeps a fault to itself
    green.whenDrivenOn(() -> notRedAgainst("green", greenThere, redThere).ifPresent(wrong::add));
    greenThere.whenDrivenOn(() -> notRedAgainst("green there", green, red).ifPresent(wrong::add));
    lane.start();
    isState(LaneState.OPEN_IDLE);
    refused("reverse", "not-now");
    refused("back", "wrong-argument");
    assertThat(order("turn", "")).isInstanceOf(CommandResult.Refused.class);
    assertThat(turn("forward")).as("already").isInstanceOf(CommandResult.Done.class);
    assertThat(order("close", "")).isInstanceOf(CommandResult.Done.class);
    isState(LaneState.CLOSED);
    safety.is(true);
    until("it is not empty", () -> turn("reverse") instanceof CommandResult.Refused);
    safety.is(false);
    until("it is empty", () -> turn("reverse") instanceof CommandResult.Done);
    until("it has begun anew", () -> order("state", "").toString().contains("reverse"));
    isState(LaneState.CLOSED);
    until("the radio is off", () -> !reader.radio);
    until("it is open", () -> order("open", "") instanceof CommandResult.Done);
    isState(LaneState.OPEN_IDLE);
    until("the radio is on", () -> reader.radio);
    until("the barrier is down", () -> !raise.isOn());
    safety.is(true);
    until(
        "the barrier is up",
        () -> {
          reader.hears(KnownTags.ANNA, LaneBench.LANE, -52);
          return raise.isOn() && greenThere.isOn();
        });
    assertThat(red.isOn()).as("who comes against it sees red").isTrue();
    arming.is(true); // always on one of the loops
    isState(LaneState.PASSING);
    safety.is(false);
    passes(300);
    arming.is(false);
    until("the passage is kept", () -> !bench.records("toll-passage").isEmpty());
    assertThat(bench.only("toll-passage").text("direction")).hasValue("back");
    until("both ends are red", () -> red.isOn() && redThere.isOn());
    assertThat(green.wishes).as("green against it").doesNotContain(true);
    assertThat(wrong).isEmpty();
  }

  private static Optional<String> notRedAgainst(
      String driven, BenchOutput greenAgainst, BenchOutput redAgainst) {
    return greenAgainst.isOn() || !redAgainst.isOn()
        ? Optional.of(driven + " came on while the other end was not red alone")
        : Optional.empty();
  }

  @Test
  void whereAVehicleMayStandUnseenALaneIsNotTurnedSoonAfterTheStart() {
    lane.start();
    isState(LaneState.OPEN_IDLE);
    assertThat(order("close", "")).isInstanceOf(CommandResult.Done.class);
    isState(LaneState.CLOSED);
    assertThat(turn("reverse"))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class,
            refused -> assertThat(refused.message()).contains("between its loops"));
  }

  @AfterEach
  void end() throws Exception {
    lane.stop();
    assertThat(raise.isHeld()).as("let go of at the stop").isFalse();
    assertThat(reader.radio).isFalse();
  }

  private static void until(String what, BooleanSupplier condition) {
    new Eventually(Duration.ofSeconds(60), () -> {}).until(what, condition);
  }

  private static void passes(long ms) {
    long end = System.nanoTime() + ms * LaneBench.MS;
    until(ms + " ms have passed", () -> System.nanoTime() - end >= 0);
  }

  private CommandResult order(String verb, String reason, Value.Fields arguments) {
    return lane.handle(
        new Command(
            "c-1",
            "station.lane-1",
            verb,
            arguments,
            new Actor("anna", "cli", Set.of(Permission.values())),
            reason,
            Instant.MAX));
  }

  private CommandResult order(String verb, String reason) {
    return order(verb, reason, new Value.Fields(Map.of()));
  }

  private void isState(LaneState state) {
    until(
        "the lane is " + state + ", " + lane.view(),
        () -> lane.view().map(view -> view.state() == state).orElse(false));
  }

  @Test
  void aVehiclePassesAndIsOnRecord() {
    lane.start();
    isState(LaneState.OPEN_IDLE);
    until("the barrier is down", () -> !raise.isOn());
    arming.is(true);
    until(
        "the barrier is up",
        () -> {
          reader.hears(KnownTags.ANNA, LaneBench.LANE, -52);
          return raise.isOn();
        });
    arming.is(false);
    passes(300);
    safety.is(true);
    isState(LaneState.PASSING);
    passes(300);
    safety.is(false);
    until("the passage is kept", () -> !bench.records("toll-passage").isEmpty());
    until("the barrier is down again", () -> !raise.isOn());
    until("the view counts it", () -> lane.view().map(view -> view.committed() == 1).orElse(false));
    assertThat(bench.only("toll-passage").text("payment")).hasValue("account");
    assertThat(lane.health().code()).isEqualTo("ok");
  }

  @Test
  void aHeldVehicleIsLetPassByAnAttendantWhoSaysWhy() {
    lane.start();
    isState(LaneState.OPEN_IDLE);
    arming.is(true);
    isState(LaneState.HOLD);
    assertThat(order("grant", ""))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("reason-missing"));
    assertThat(order("deny", "no tag")).isInstanceOf(CommandResult.Done.class);
    assertThat(order("retry", "")).isInstanceOf(CommandResult.Done.class);
    isState(LaneState.HOLD);
    assertThat(order("grant", "paid at the booth", Value.Fields.with("code", "Cash!").build()))
        .isInstanceOf(CommandResult.Refused.class);
    assertThat(order("grant", "paid at the booth", Value.Fields.with("code", "cash").build()))
        .isInstanceOf(CommandResult.Done.class);
    until("the barrier is up", raise::isOn);
    assertThat(order("grant", "again"))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class,
            refused -> assertThat(refused.message()).contains("may pass already"));
    assertThat(bench.only("toll-grant").member("decision").text("actor")).hasValue("anna (cli)");
  }

  @Test
  void devicesAreTriedUnderMaintenanceAlone() {
    lane.start();
    isState(LaneState.OPEN_IDLE);
    until("the barrier is down", () -> !raise.isOn());
    Value.Fields up = Value.Fields.with("to", "raise").build();
    assertThat(order("try-arm", "", up))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("not-under-maintenance"));
    assertThat(order("maintain", "new reader")).isInstanceOf(CommandResult.Done.class);
    assertThat(order("try-arm", "", up)).isInstanceOf(CommandResult.Done.class);
    assertThat(raise.isOn()).isTrue();
    assertThat(order("try-lights", "", Value.Fields.with("show", "both").build()))
        .isInstanceOf(CommandResult.Done.class);
    assertThat(order("open", "")).isInstanceOf(CommandResult.Done.class);
    until("as the lane wants it", () -> !raise.isOn());
    assertThat(order("hold-open", "convoy")).isInstanceOf(CommandResult.Done.class);
    until("the barrier is up", raise::isOn);
    isState(LaneState.FORCED_OPEN);
    assertThat(order("close", "")).isInstanceOf(CommandResult.Done.class);
    isState(LaneState.CLOSED);
    until("the radio is off", () -> !reader.radio);
    assertThat(order("state", ""))
        .isInstanceOfSatisfying(
            CommandResult.Done.class,
            done -> assertThat(done.answer().get("state")).isEqualTo(new Value.Text("closed")));
    assertThat(order("dance", "")).isInstanceOf(CommandResult.Refused.class);
  }

  @Test
  void nothingBeginsBeforeTheJournalWasRead() {
    bench.journal.failing(new JournalException.Unavailable("the disk is gone; look at it"));
    lane.start();
    until("it says so", () -> lane.health().code().equals("journal-unread"));
    assertThat(lane.view()).isEmpty();
    assertThat(order("open", "")).isInstanceOf(CommandResult.Refused.class);
    assertThat(raise.wishes).isEmpty();
    bench.journal.failing(null);
    isState(LaneState.OPEN_IDLE);
  }
}
