// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.RecordId;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import io.wayside.tolling.control.Audience;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.LaneParts;
import io.wayside.tolling.control.LaneSettings;
import io.wayside.tolling.control.TollLane;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.ShiftPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A toll lane with its thread, its devices in memory, and vehicles that follow each other as fast
 * as they can be put on record. The waiting on the road is leapt over.
 */
final class PassingLane {

  private static final long PATIENCE_MS = 20_000;
  private static final long AGAIN_MS = 250;

  /** The journal's delay would be leapt over too, and the lane would say that it is ill. */
  private static final int MOST_ON_THE_WAY = 1;

  private static final Command LOOK =
      new Command(
          "bench",
          "station.lane-1",
          "open",
          new Value.Fields(Map.of()),
          new Actor("bench", "cli", Set.of(Permission.OPERATE)),
          "",
          Instant.MAX);

  private final LeapingTime time;
  private final HandLoop arming;
  private final HandLoop safety;
  private final HandReader reader = new HandReader();
  private final BarrierLine barrier = new BarrierLine();
  private final Semaphore onTheWay = new Semaphore(MOST_ON_THE_WAY);
  private final AtomicLong charged = new AtomicLong();
  private final TollLane lane;
  private long number;

  /**
   * @param time by which the journal goes too
   * @param documents the folder of shipped policies and fares
   * @param state where the lane keeps its last order
   */
  PassingLane(Journal journal, LeapingTime time, Path documents, Path state)
      throws IOException, GarbledData {
    this.time = time;
    this.arming = new HandLoop("l1", time);
    this.safety = new HandLoop("l3", time);
    FareTable fares = FareTable.from(document(documents.resolve("fares-open-example.json")));
    LaneDevices devices =
        new LaneDevices(
            reader,
            arming,
            safety,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            barrier,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    LaneSettings settings =
        new LaneSettings(
            new LaneOrigin("0017", "001", "forward", "lane-1"),
            ShiftPlan.whole(fares.businessDay()),
            LaneRules.usual(),
            new Layout(Set.of(1), Set.of(), false, false, true),
            true,
            Duration.ofSeconds(2));
    lane =
        new TollLane(
            new LaneParts(
                settings,
                devices,
                new AllGood(time.now().wall()),
                tag -> Optional.of("alpha"),
                Policy.from(unlimited(documents)),
                fares,
                Optional.empty(),
                new KeptOrder(state.resolve("order")),
                journal,
                () -> SampleRecords.PROVENANCE,
                time,
                new Audience() {
                  @Override
                  public void kept(LaneOutcome outcome, RecordId id) {
                    if (outcome instanceof LaneOutcome.Passage passage) {
                      charged.addAndGet(passage.terms() == Terms.CHARGED ? 1 : 0);
                      onTheWay.release();
                    }
                  }
                }));
    lane.start();
  }

  private static Node document(Path file) throws IOException, GarbledData {
    return Node.read(file.toString(), Files.readString(file));
  }

  private static Node unlimited(Path documents) throws IOException, GarbledData {
    Path file = documents.resolve("policy-example.json");
    return Node.read(
        file.toString(),
        Files.readString(file)
            .replaceAll("\"mostPerLane\": [0-9]+", "\"mostPerLane\": 900000000000000"));
  }

  /**
   * One vehicle, from the arming loop to its record on the way.
   *
   * @return nanoseconds from the report that decided to the barrier's command
   */
  long pass() throws InterruptedException {
    if (!onTheWay.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the journal keeps no passage any more: " + lane.health());
    }
    String epc = "00a0%020x".formatted(++number);
    arming.is(true);
    leap(60); // a vehicle is looked at for 50 ms
    long reported;
    int reports = 0;
    do {
      require(reports++ < 20, "the barrier does not rise");
      reported = System.nanoTime();
      reader.reports(epc, time.monotonicNanos());
    } while (!barrier.awaits(true, AGAIN_MS));
    long risen = barrier.risenNanos();
    drive();
    return risen - reported;
  }

  /** Off the arming loop, over the safety loop, and away. */
  private void drive() throws InterruptedException {
    leap(500);
    arming.is(false);
    leap(600);
    safety.is(true);
    leap(700);
    safety.is(false);
    leap(1_500);
    leap(500);
    require(barrier.awaits(false, PATIENCE_MS), "the barrier does not close");
  }

  /** When all that was said has been heard; an order that changes nothing makes the lane look. */
  private void leap(long ms) {
    lane.handle(LOOK);
    time.leap(ms);
    lane.handle(LOOK);
  }

  private void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalStateException(otherwise + ": " + lane.health() + " " + lane.view());
    }
  }

  /** Waits until all that passed is on record; how many were charged. */
  long charged() throws InterruptedException {
    require(
        onTheWay.tryAcquire(MOST_ON_THE_WAY, PATIENCE_MS, TimeUnit.MILLISECONDS),
        "records are still on their way");
    return charged.get();
  }

  void stop() throws InterruptedException {
    lane.stop();
  }
}
