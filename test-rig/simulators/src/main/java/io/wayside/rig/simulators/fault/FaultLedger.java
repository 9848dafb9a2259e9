// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the faults that really happened, so that a test can prove it met them. */
public final class FaultLedger {

  private final Map<FaultKind, LongAdder> injected = new ConcurrentSkipListMap<>();
  private final LongAdder framesOffered = new LongAdder();
  private final LongAdder framesUntouched = new LongAdder();
  private final LongAdder framesWithheld = new LongAdder();
  private final LongAdder piecesOverflowed = new LongAdder();

  void offered() {
    framesOffered.increment();
  }

  void untouched() {
    framesUntouched.increment();
  }

  void withheld() {
    framesWithheld.increment();
  }

  void overflowed() {
    piecesOverflowed.increment();
  }

  void injected(FaultKind kind) {
    tally(kind).increment();
  }

  /** Times this kind struck; a disconnection that loses ten frames counts once. */
  public long count(FaultKind kind) {
    return tally(kind).sum();
  }

  private LongAdder tally(FaultKind kind) {
    return injected.computeIfAbsent(kind, unmet -> new LongAdder());
  }

  /** Kinds the plan asks for that have not struck yet. */
  public Set<FaultKind> missing(FaultPlan plan) {
    Set<FaultKind> missing = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : plan.kinds()) {
      if (count(kind) == 0) {
        missing.add(kind);
      }
    }
    return missing;
  }

  /** Frames the device sent. */
  public long framesOffered() {
    return framesOffered.sum();
  }

  /**
   * Frames to which no fault was done; some may have waited behind, or left together with, others.
   */
  public long framesUntouched() {
    return framesUntouched.sum();
  }

  /** Frames lost whole because the line was silent or disconnected. */
  public long framesWithheld() {
    return framesWithheld.sum();
  }

  /** Pieces lost because too many were waiting; 0 unless delays outpace the device. */
  public long piecesOverflowed() {
    return piecesOverflowed.sum();
  }

  @Override
  public String toString() {
    return "frames %d, untouched %d, withheld %d, faults %s"
        .formatted(framesOffered(), framesUntouched(), framesWithheld(), injected);
  }
}
