// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.control.Audience;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneParts;
import io.wayside.tolling.control.LaneSettings;
import io.wayside.tolling.control.TollLane;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The child process: a toll lane on a journal on disk, which dies at its n-th act without a word.
 *
 * <p>Arguments: folder of journal and road, folder of policies and fares, vehicles, act to die at
 * (0: never).
 */
public final class DoomedLane {

  /** Died as ordered. */
  static final int DIED = 7;

  /** The barrier was lowered while something stood under it. */
  static final int FELL = 9;

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final int MOST_REPORTS = 12;

  private final LeapingTime time = new LeapingTime();
  private final RoadDevices devices = new RoadDevices(time);
  private final AtomicInteger acts = new AtomicInteger();

  /** Records that are not durable yet. */
  private final AtomicInteger unkept = new AtomicInteger();

  private final Path file;
  private final TollLane lane;
  private Road road;

  private DoomedLane(Path folder, Path documents, SqliteJournal journal, int dieAt)
      throws Exception {
    this.file = folder.resolve("road");
    this.road = Road.read(file);
    devices.arming.is(road.step().arming);
    devices.safety.is(road.step().safety);
    FareTable fares = FareTable.from(document(documents, "fares-open-example.json"));
    LaneSettings settings =
        new LaneSettings(
            new LaneOrigin("0017", "001", "forward", "lane-1"),
            ShiftPlan.whole(fares.businessDay()),
            LaneRules.usual(),
            new Layout(Set.of(1), Set.of(), false, false, true),
            true,
            Duration.ofSeconds(5));
    this.lane =
        new TollLane(
            new LaneParts(
                settings,
                devices.all(),
                new AllGood(time.now().wall()),
                tag -> Optional.of("alpha"),
                Policy.from(document(documents, "policy-example.json")),
                fares,
                Optional.empty(),
                new KeptOrder(folder.resolve("order")),
                journal,
                () -> new Provenance("rig", "0123456789abcdef", "none"),
                time,
                new Audience() {
                  @Override
                  public void wanted(LaneAct act, long nowNanos) {
                    if (acts.incrementAndGet() == dieAt) {
                      Runtime.getRuntime().halt(DIED);
                    }
                    unkept.addAndGet(act instanceof LaneAct.Write ? 1 : 0);
                  }

                  @Override
                  public void kept(LaneOutcome outcome, RecordId id) {
                    unkept.decrementAndGet();
                  }
                }));
  }

  private static Node document(Path folder, String name) throws Exception {
    Path path = folder.resolve(name);
    return Node.read(path.toString(), Files.readString(path));
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int vehicles = Integer.parseInt(arguments[2]);
    LeapingTime journalTime = new LeapingTime();
    try (SqliteJournal journal =
        SqliteJournal.open(
            JournalSettings.standard(folder.resolve("journal"), "rig-1"),
            journalTime,
            () -> new Provenance("rig", "0123456789abcdef", "none"))) {
      DoomedLane doomed =
          new DoomedLane(folder, Path.of(arguments[1]), journal, Integer.parseInt(arguments[3]));
      doomed.drive(vehicles);
      System.out.println(doomed.acts.get());
      journal.last("toll.lane-1", 2_000).forEach(record -> System.out.println(Seen.line(record)));
    }
    System.exit(0); // whatever threads are left
  }

  private void drive(int vehicles) throws Exception {
    lane.start();
    until("the lane has begun", () -> lane.view().isPresent());
    leap(2_000);
    while (road.vehicle() <= vehicles) {
      makeStep();
      road = road.next();
      road.write(file);
    }
    leap(20_000);
    lane.stop();
  }

  /** The step that is on disk, made or made again. */
  private void makeStep() throws IOException {
    devices.arming.is(road.step().arming);
    devices.safety.is(road.step().safety);
    switch (road.step()) {
      case ON_ARMING -> leap(60);
      case HEARD -> waitForTheBarrier();
      case BETWEEN -> leap(600);
      case ON_SAFETY -> leap(700);
      case COMING, GONE -> leap(2_500);
    }
    // The road is leapt over, the disk is not: a vehicle takes longer than a record.
    until("records are durable", () -> unkept.get() == 0);
  }

  /** A driver goes on when the barrier is up; the attendant helps who waits too long. */
  private void waitForTheBarrier() {
    for (int i = 0; i < MOST_REPORTS || !devices.barrier.isUp(); i++) {
      devices.reader.hears(road.tag());
      leap(150);
      if (i == MOST_REPORTS) {
        lane.handle(command("grant"));
      }
      if (i > 10 * MOST_REPORTS) {
        throw new IllegalStateException("the barrier does not rise: " + lane.view());
      }
    }
  }

  /** When all that was said has been heard; an order that changes nothing makes the lane look. */
  private void leap(long ms) {
    for (long left = ms; left > 0; left -= 500) {
      lane.handle(command("open"));
      time.leap(Math.min(left, 500));
    }
    lane.handle(command("open"));
  }

  private static Command command(String verb) {
    return new Command(
        "rig",
        "station.lane-1",
        verb,
        new Value.Fields(Map.of()),
        new Actor("rig", "cli", Set.of(Permission.OPERATE)),
        "the rig",
        Instant.MAX);
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("expected: " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Lists on which every tag stands well. */
  private record AllGood(Instant asOf) implements TagBook {
    @Override
    public Finding find(TagNumber tag) {
      return new Finding(
          Standing.GOOD,
          Optional.of("alpha"),
          Optional.of(1),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          inForce());
    }

    @Override
    public List<ListInForce> inForce() {
      return List.of(
          new ListInForce("alpha", "accounts", 1, asOf),
          new ListInForce("alpha", "blocked", 1, asOf));
    }
  }
}
