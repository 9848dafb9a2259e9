// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.evidence.SignalFile;
import io.wayside.weighing.evidence.SignalMemory;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import io.wayside.weighing.outbound.Recorder;
import io.wayside.weighing.record.MotionRecords;
import io.wayside.weighing.record.MotionRecords.Judged;
import io.wayside.weighing.record.MotionRecords.Standing;
import io.wayside.weighing.statics.Gap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A lane weighed in motion: samples in, records out. What it knows of OSGi is in {@link
 * MotionComponent}. Calls may come from the driver's, the ticker's and commands' threads.
 */
final class MotionStation implements Listener<SampleBlock> {

  /** Without a block for so long the signal is missed, whether the driver says so or not. */
  static final long SILENT_NANOS = 5_000_000_000L;

  /**
   * What the station stands on.
   *
   * @param deviceId the device that samples
   * @param aroundNanos how much signal is kept before and after a vehicle
   */
  record Parts(
      String deviceId,
      MotionWeighing weighing,
      Judging judging,
      Sealing sealing,
      MotionRecords records,
      Recorder recorder,
      SignalMemory memory,
      SignalFile file,
      MotionConfig.KeptSignals keep,
      long aroundNanos,
      ProvenanceSource provenance,
      TimeSource time) {}

  private final Object lock = new Object();
  private final Parts parts;
  private long vehicles;
  private @Nullable MotionVehicle last;
  private boolean heard;
  private long heardNanos;
  private @Nullable Interruption missing;
  private OptionalLong blindSince = OptionalLong.empty();
  private boolean blind = true;
  private boolean stopped;
  private volatile Health health;

  MotionStation(Parts parts) {
    this.parts = parts;
    this.heardNanos = parts.time().monotonicNanos();
    this.health = Health.starting("waits for the first samples of " + parts.deviceId(), heardNanos);
  }

  @Override
  public void received(SampleBlock block) {
    synchronized (lock) {
      if (stopped || block.length() == 0) {
        return;
      }
      if (blind) {
        seeAgain(block.firstMonotonicNanos());
      }
      heard = true;
      heardNanos = block.firstMonotonicNanos() + Math.round(block.length() * block.intervalNanos());
      parts.memory().add(block);
      parts.weighing().samples(block, this::found);
    }
  }

  @Override
  public void interrupted(Interruption interruption) {
    synchronized (lock) {
      if (!stopped && !blind) {
        lose(interruption);
      }
    }
  }

  void contact(String contactId, ContactChange change) {
    synchronized (lock) {
      if (!stopped) {
        parts.weighing().contact(contactId, change.active(), change.monotonicNanos());
      }
    }
  }

  /** Lets time pass: silence, the trail of parameters, records that wait. */
  void tick(long nowNanos) {
    parts.sealing().tick(); // may read files; never under the lock
    synchronized (lock) {
      if (stopped) {
        return;
      }
      if (!blind && nowNanos - heardNanos > SILENT_NANOS) {
        lose(
            new Interruption(
                heardNanos,
                Interruption.Cause.SILENT,
                "no samples of " + parts.deviceId() + " for 5 s: look at its health"));
      }
      parts.recorder().retry(nowNanos);
      Health now =
          MotionHealth.judge(
              new MotionHealth.Situation(
                  parts.deviceId(),
                  heard,
                  missing == null ? "" : missing.detail(),
                  parts.weighing().troubles(),
                  parts.sealing().failure(),
                  parts.sealing().standing().doubts(),
                  parts.recorder().waiting(),
                  parts.recorder().lost()),
              nowNanos);
      if (!now.sameAs(health)) {
        health = now;
      }
    }
  }

  /** Ends the signal: what is on the instrument is recorded with its doubt. */
  void stop() {
    synchronized (lock) {
      parts.weighing().finish(this::found);
      stopped = true;
      parts.recorder().retry(parts.time().monotonicNanos());
    }
  }

  Health health() {
    return health;
  }

  /** A fault of the software itself. */
  void fault(RuntimeException fault) {
    health =
        new Health(
            Health.Status.FAILED,
            "internal-fault",
            "a fault of the software, see the log: " + fault.getMessage(),
            parts.time().monotonicNanos());
  }

  /** What can be told on demand. */
  record Situation(
      long vehicles, @Nullable MotionVehicle last, List<MotionWeighing.Trouble> troubles) {}

  Situation situation() {
    synchronized (lock) {
      return new Situation(vehicles, last, List.copyOf(parts.weighing().troubles()));
    }
  }

  private void found(MotionVehicle vehicle) {
    vehicles++;
    last = vehicle;
    Standing standing = parts.sealing().standing();
    Flags flags = parts.records().flags(vehicle, standing);
    LaneJudge.Opinion opinion =
        parts.judging().judge(vehicle, flags, parts.time().at(vehicle.beganNanos()).wall());
    parts
        .recorder()
        .record(
            parts
                .records()
                .draft(
                    vehicle,
                    standing,
                    new Judged(opinion.vehicleClass(), opinion.decision()),
                    evidence(vehicle, opinion),
                    parts.provenance().current()),
            vehicle.beganNanos());
  }

  private List<Blob> evidence(MotionVehicle vehicle, LaneJudge.Opinion opinion) {
    boolean wanted =
        switch (parts.keep()) {
          case NONE -> false;
          case NOT_WITHIN -> !opinion.withinAllLimits();
          case ALL -> true;
        };
    if (!wanted) {
      return List.of();
    }
    List<SampleBlock> signal =
        parts
            .memory()
            .between(
                vehicle.beganNanos() - parts.aroundNanos(),
                vehicle.endedNanos() + parts.aroundNanos());
    return signal.isEmpty()
        ? List.of()
        : List.of(
            parts.file().of(signal, parts.time().at(signal.get(0).firstMonotonicNanos()).wall()));
  }

  private void lose(Interruption interruption) {
    parts.weighing().interrupted(interruption, this::found);
    missing = interruption;
    blind = true;
    blindSince = OptionalLong.of(interruption.sinceMonotonicNanos());
  }

  private void seeAgain(long atNanos) {
    String cause =
        missing == null
            ? "not-running"
            : missing.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String detail = missing == null ? "the station was not watching" : missing.detail();
    Gap gap = new Gap(blindSince, atNanos, cause, detail);
    parts
        .recorder()
        .record(parts.records().draft(gap, parts.provenance().current()), gap.sinceNanos());
    blind = false;
    missing = null;
  }

  Backlog.State waiting() {
    return parts.recorder().waiting();
  }
}
