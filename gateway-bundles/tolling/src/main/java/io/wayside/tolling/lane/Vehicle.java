// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One vehicle in the lane, from the arming loop on. */
final class Vehicle {

  private static final int MOST_MARKS = 64;

  final long number;
  final long beganNanos;

  /** Came over the arming loop; without that it is never charged. */
  final boolean armed;

  final Set<Flag> flags = new LinkedHashSet<>();
  final List<Mark> timeline = new ArrayList<>();

  boolean onArming;
  long leftArmingNanos;

  /** When its identification began, anew with every retry. */
  long identifyNanos;

  boolean retried;

  /** It came while the lane was closed. */
  boolean refused;

  VehicleState state = VehicleState.DETECTED;
  @Nullable String plateHash;
  @Nullable HeardTag tag;
  @Nullable Choice choice;
  @Nullable Verdict verdict;
  @Nullable String actor;
  @Nullable Grant grant;
  long readNanos;

  /** Why it is held; empty while it is not. */
  String hold = "";

  /** Tags were as good as accepted, and none could be chosen. */
  boolean ambiguous;

  boolean crossing;
  long crossedNanos;
  boolean onSafety;
  int safetyPulses;
  long leftSafetyNanos;

  /** The curtain was free and broken again while the safety loop stayed occupied. */
  boolean followed;

  LaneOutcome.Violation violation = LaneOutcome.Violation.NONE;
  long headNanos;
  boolean head;

  Vehicle(long number, long beganNanos, boolean armed) {
    this.number = number;
    this.beganNanos = beganNanos;
    this.armed = armed;
    this.onArming = armed;
    this.identifyNanos = beganNanos;
    this.leftArmingNanos = beganNanos;
  }

  void mark(long nanos, String what) {
    if (timeline.size() < MOST_MARKS) {
      timeline.add(new Mark(nanos, what));
    }
  }

  boolean granted() {
    return grant != null;
  }

  boolean approved() {
    return verdict != null && verdict.passes();
  }

  /** On neither loop. */
  boolean between() {
    return !onArming && !crossing;
  }
}
