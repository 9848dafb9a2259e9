// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.rig.scenarios.parking.Driver.Habit;
import java.util.Optional;

/**
 * One vehicle's way through a lane, perhaps with another close behind. Metres are from the
 * beginning of the arming loop; the arm is at 5.
 */
final class Visit {

  private static final double LENGTH = 4.5;
  private static final double GAP = 3.0;
  private static final double STOP_AT = 1.5;
  private static final double CURTAIN = 5.0;
  private static final double GONE = 12.0;
  private static final double METRES_PER_S = 3.0;

  /** Where it is on its way. */
  enum Phase {
    COMING,
    WAITING,
    GOING,
    BACKING,
    PASSED,
    WENT_BACK
  }

  final Account lead;
  final Optional<Account> follower;
  final String lane;
  private final boolean backsOut;
  private final LotDevices devices;
  private double front = -6;
  private Phase phase = Phase.COMING;
  private long upMs;
  long waitedMs;

  Visit(
      String lane, LotDevices devices, Account lead, Optional<Account> follower, boolean backsOut) {
    this.lane = lane;
    this.devices = devices;
    this.lead = lead;
    this.follower = follower;
    this.backsOut = backsOut;
  }

  Phase phase() {
    return phase;
  }

  boolean isOver() {
    return phase == Phase.PASSED || phase == Phase.WENT_BACK;
  }

  boolean isWaiting() {
    return phase == Phase.WAITING;
  }

  boolean isEntry() {
    return lane.equals(LotGateway.ENTRY);
  }

  /** Moves on, and makes the loops what they are then. */
  void move(long ms) {
    double step = METRES_PER_S * ms / 1e3;
    switch (phase) {
      case COMING -> {
        front = Math.min(STOP_AT, front + step);
        phase = front >= STOP_AT ? Phase.WAITING : Phase.COMING;
      }
      case WAITING -> {
        waitedMs += ms;
        upMs = devices.isUp() ? upMs + ms : 0;
        if (upMs >= 1_000) {
          phase = backsOut ? Phase.BACKING : Phase.GOING;
        }
      }
      case GOING -> {
        front += step;
        double last = follower.isPresent() ? front - LENGTH - GAP : front;
        phase = last - LENGTH >= GONE - LENGTH ? Phase.PASSED : Phase.GOING;
      }
      case BACKING -> {
        front -= step;
        phase = front < -6 ? Phase.WENT_BACK : Phase.BACKING;
      }
      default -> {
        // It is away.
      }
    }
    devices.arming.is(isOver(0, 2));
    devices.safety.is(isOver(4, 6));
    devices.curtain.is(isOver(CURTAIN, CURTAIN));
    if (phase == Phase.WAITING && lead.driver.hasTag()) {
      devices.reader.hears(lead.driver.tag());
    }
  }

  private boolean isOver(double from, double to) {
    boolean here = front > from && front - LENGTH < to;
    double next = front - LENGTH - GAP;
    return here || (follower.isPresent() && next > from && next - LENGTH < to);
  }

  static boolean backsOut(Habit habit, boolean entry, boolean first) {
    return first && habit == (entry ? Habit.BACKS_OUT : Habit.BACKS_OUT_OF_EXIT);
  }
}
