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
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.tag.TagNumber;
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
 * The child process: a toll lane on a journal on disk, which dies at its n-th moment without a
 * word. A moment is a change of the lane's state, an act before it is carried out, or a record that
 * has just become durable.
 *
 * <p>Arguments: folder of policies and fares, name of the drive, moment to die at (0: never),
 * folders of journal and road, one after the other.
 */
public final class DoomedLane {

  /** Died as ordered. */
  static final int DIED = 7;

  /** The barrier was lowered while something stood under it. */
  static final int FELL = 9;

  /** Before the state and the moment at which it died. */
  static final String DIES = "dies ";

  /** Before the number of moments of a run that came to its end; its records stand above. */
  static final String DONE = "done ";

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final int MOST_REPORTS = 12;

  private final LeapingTime time = new LeapingTime();
  private final RoadDevices devices;
  private final AtomicInteger moments = new AtomicInteger();

  /** Records that are not durable yet. */
  private final AtomicInteger unkept = new AtomicInteger();

  private final int dieAt;
  private final Path file;
  private final TollLane lane;
  private volatile LaneState state = LaneState.CLOSED;
  private String order;
  private Road road;

  private DoomedLane(Path folder, Path documents, SqliteJournal journal, Drive drive, int dieAt)
      throws Exception {
    this.dieAt = dieAt;
    this.file = folder.resolve("road");
    this.road = Road.read(file, drive);
    this.order = drive.orderBefore(Math.min(road.index(), drive.steps().size()));
    this.devices = new RoadDevices(time, drive.curtain());
    devices.are(road.step());
    FareTable fares = FareTable.from(document(documents, "fares-open-example.json"));
    LaneSettings settings =
        new LaneSettings(
            new LaneOrigin("0017", "001", "forward", "lane-1"),
            ShiftPlan.whole(fares.businessDay()),
            LaneRules.usual(),
            new Layout(Set.of(1), Set.of(), drive.curtain(), false, true),
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
                  public void became(LaneState now, long nowNanos) {
                    state = now;
                    moment("became " + now);
                  }

                  @Override
                  public void wanted(LaneAct act, long nowNanos) {
                    moment(act.getClass().getSimpleName());
                    unkept.addAndGet(act instanceof LaneAct.Write ? 1 : 0);
                  }

                  @Override
                  public void kept(LaneOutcome outcome, RecordId id) {
                    moment("kept " + outcome.getClass().getSimpleName());
                    unkept.decrementAndGet();
                  }
                }));
  }

  private void moment(String what) {
    if (moments.incrementAndGet() == dieAt) {
      System.out.println(DIES + state + " " + what);
      System.out.flush();
      Runtime.getRuntime().halt(DIED);
    }
  }

  private static Node document(Path folder, String name) throws Exception {
    Path path = folder.resolve(name);
    return Node.read(path.toString(), Files.readString(path));
  }

  public static void main(String[] arguments) throws Exception {
    Path documents = Path.of(arguments[0]);
    Drive drive = Drive.named(arguments[1]);
    int dieAt = Integer.parseInt(arguments[2]);
    for (String each : List.of(arguments).subList(3, arguments.length)) {
      Path folder = Path.of(each);
      try (SqliteJournal journal =
          SqliteJournal.open(
              JournalSettings.standard(folder.resolve("journal"), "rig-1"),
              new LeapingTime(),
              () -> new Provenance("rig", "0123456789abcdef", "none"))) {
        DoomedLane doomed = new DoomedLane(folder, documents, journal, drive, dieAt);
        doomed.run();
        journal.last("toll.lane-1", 2_000).forEach(record -> System.out.println(Seen.line(record)));
        System.out.println(DONE + doomed.moments.get());
      }
    }
    System.exit(0); // whatever threads are left
  }

  private void run() throws Exception {
    lane.start();
    until("the lane has begun", () -> lane.view().isPresent());
    leap(200);
    while (!road.isOver()) {
      makeStep(road.step());
      road = road.next();
      road.write(file);
    }
    leap(20_000);
    until("records are durable", () -> unkept.get() == 0);
    lane.stop();
  }

  /** The step that is on disk, made or made again. */
  private void makeStep(Step step) {
    devices.are(step);
    switch (step.what()) {
      case ROLLS, LOSES_ARMING -> roll(step);
      case IS_HEARD -> waitForTheBarrier(step.tag());
      case CALLS -> {
        leap(step.ms());
        lane.handle(command("grant"));
        waitForTheBarrier(0);
      }
      case OPEN, CLOSE, HOLD_OPEN, MAINTAIN -> {
        order = step.what().verb;
        leap(step.ms());
      }
    }
    // The road is leapt over, the disk is not: a vehicle takes longer than a record.
    until("records are durable", () -> unkept.get() == 0);
  }

  private void roll(Step step) {
    for (long left = step.ms(); left > 0; left -= 150) {
      if (step.tag() > 0) {
        devices.reader.hears(Step.epc(step.tag()));
        leap(Math.min(left, 150));
      } else {
        leap(left);
        return;
      }
    }
  }

  /** A driver goes on when the barrier is up; the attendant helps who waits too long. */
  private void waitForTheBarrier(int tag) {
    for (int i = 0; i < MOST_REPORTS || !devices.barrier.isUp(); i++) {
      if (tag > 0) {
        devices.reader.hears(Step.epc(tag));
      }
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
      lane.handle(command(order));
      time.leap(Math.min(left, 500));
    }
    lane.handle(command(order));
  }

  private static Command command(String verb) {
    return new Command(
        "rig",
        "station.lane-1",
        verb,
        new Value.Fields(Map.of()),
        new Actor("rig", "cli", Set.of(Permission.OPERATE, Permission.MAINTAIN)),
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
