// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A toll lane with its thread, its devices in memory, and vehicles that follow each other as fast
 * as they can be put on record. Waiting times of the road are set to nothing.
 */
final class PassingLane {

  /** The machine's time; its wall clock moves with the monotonic one. */
  static final TimeSource TIME =
      new TimeSource() {
        private final java.time.Instant wall = Clock.systemUTC().instant();
        private final long nanos = System.nanoTime();

        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(
              wall.plusNanos(monotonicNanos - nanos),
              ClockQuality.synchronisedBy("ntp"),
              "bench",
              monotonicNanos);
        }
      };

  private static final long PATIENCE_MS = 20_000;
  private static final long AGAIN_MS = 250;
  private static final int MOST_ON_THE_WAY = 16;

  private final HandLoop arming = new HandLoop("l1");
  private final HandLoop safety = new HandLoop("l3");
  private final HandReader reader = new HandReader();
  private final BarrierLine barrier = new BarrierLine();
  private final Semaphore onTheWay = new Semaphore(MOST_ON_THE_WAY);
  private final AtomicLong charged = new AtomicLong();
  private final TollLane lane;
  private long number;

  /**
   * @param documents the folder of shipped policies and fares
   * @param state where the lane keeps its last order
   */
  PassingLane(Journal journal, Path documents, Path state) throws IOException, GarbledData {
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
            hurried(),
            new Layout(Set.of(1), Set.of(), false, false, true),
            true,
            Duration.ofSeconds(2));
    lane =
        new TollLane(
            new LaneParts(
                settings,
                devices,
                new AllGood(TIME.now().wall()),
                tag -> Optional.of("alpha"),
                Policy.from(unlimited(documents)),
                fares,
                Optional.empty(),
                new KeptOrder(state.resolve("order")),
                journal,
                () -> SampleRecords.PROVENANCE,
                TIME,
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

  private static LaneRules hurried() {
    LaneRules usual = LaneRules.usual();
    LaneRules.Identifying tags = usual.identifying();
    return new LaneRules(
        new LaneRules.Identifying(
            tags.waitNanos(),
            0,
            0,
            tags.leadNanos(),
            200_000_000,
            tags.officeNanos(),
            tags.duplicateNanos(),
            tags.threshold(),
            tags.late(),
            tags.earlier(),
            tags.margin(),
            tags.floorDbm(),
            tags.fullDbm()),
        new LaneRules.Passing(
            0,
            0,
            usual.passing().backOutNanos(),
            usual.passing().betweenNanos(),
            usual.passing().leaveNanos(),
            usual.passing().directNanos(),
            usual.passing().tailNanos(),
            0,
            usual.passing().splitNanos()),
        new LaneRules.Arming(usual.arm().openNanos(), 0, 0),
        usual.mostVehicles(),
        4_096);
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
    require(barrier.awaits(false, PATIENCE_MS), "the barrier does not close");
    String epc = "00a0%020x".formatted(++number);
    arming.is(true);
    long reported;
    int reports = 0;
    do {
      require(reports++ < 20, "the barrier does not rise");
      reported = System.nanoTime();
      reader.reports(epc, reported);
    } while (!barrier.awaits(true, AGAIN_MS));
    long risen = barrier.risenNanos();
    arming.is(false);
    safety.is(true);
    safety.is(false);
    return risen - reported;
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
