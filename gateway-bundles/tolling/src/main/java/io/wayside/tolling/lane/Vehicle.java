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

  /** It was on the arming loop with another before it was told apart. */
  boolean split;

  /** It came while the lane was closed. */
  boolean refused;

  VehicleState state = VehicleState.DETECTED;
  @Nullable String plateHash;

  /** All that the camera's reading may mean, as hashes. */
  List<String> plates = List.of();

  @Nullable HeardTag tag;

  /** The tag that will be accepted when it stays the best, and since when. */
  @Nullable HeardTag favourite;

  long favouriteNanos;
  @Nullable Choice choice;
  @Nullable Verdict verdict;
  @Nullable String actor;
  @Nullable Grant grant;
  long readNanos;

  /** When the tag was taken for it. */
  long takenNanos;

  /** Why it is held; empty while it is not. */
  String hold = "";

  /** Its tag is too weak to say by itself whose it is. */
  boolean faint;

  /** Its tag was taken though another lane heard it alike. */
  boolean tied;

  /** It was taken to be the one ahead of it as well, who came twice. */
  boolean cameAgain;

  /** It stood between the loops behind another. */
  boolean stoodBehind;

  /** Its tag has passed this lane already, within the time of duplicates. */
  boolean repeated;

  /** Tags were as good as accepted, and none could be chosen. */
  boolean ambiguous;

  boolean crossing;
  long crossedNanos;
  boolean onSafety;
  int safetyPulses;
  long leftSafetyNanos;

  /** The curtain was free behind it for the first time since it came to the safety loop. */
  boolean hasGap;

  long gapNanos;

  /** How often the curtain was broken again while the safety loop stayed occupied. */
  int followers;

  long againNanos;

  /** After a restart it was on neither loop: its tag alone says that it is there. */
  boolean onlyHeard;

  /** Others were in the lane when it came. */
  boolean ahead;

  /** Nobody else was in the lane while it was. */
  boolean alone;

  LaneOutcome.Violation violation = LaneOutcome.Violation.NONE;

  /** When somebody last said that it stands there: its driver, or an attendant. */
  long saidNanos;

  long headNanos;
  boolean head;

  Vehicle(long number, long beganNanos, boolean armed) {
    this.number = number;
    this.beganNanos = beganNanos;
    this.armed = armed;
    this.onArming = armed;
    this.identifyNanos = beganNanos;
    this.leftArmingNanos = beganNanos;
    this.saidNanos = beganNanos;
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

  /** Something else was over the safety loop: this one waits before it as it did. */
  void waitAgain(long nanos) {
    crossing = false;
    onSafety = false;
    hasGap = false;
    followers = 0;
    alone = false;
    state = VehicleState.DECIDED;
    violation = LaneOutcome.Violation.NONE;
    saidNanos = nanos;
  }

  /** What was over the safety loop was this one, and not the other. */
  void takeCrossing(Vehicle other) {
    crossing = true;
    crossedNanos = other.crossedNanos;
    leftSafetyNanos = other.leftSafetyNanos;
    safetyPulses = other.safetyPulses;
    mark(crossedNanos, "safety-on");
    mark(leftSafetyNanos, "safety-off");
  }

  /** After a restart it may be there, and its tag has not been heard yet. */
  boolean isSought() {
    return onlyHeard && (tag == null || !tag.heardInLane);
  }

  /** On neither loop. */
  boolean between() {
    return !onArming && !crossing;
  }
}
