// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;

/**
 * Watches what cells do in time: a resting load whose indication drifts, and a zero that does not
 * come back after a load.
 */
final class CreepWatch {

  /** Below that many intervals there is no load worth watching. */
  private static final double LOADED_INTERVALS = 50;

  /** Nearer to zero than that, the platform is empty. */
  private static final double EMPTY_INTERVALS = 5;

  /** A load that has just come to rest still settles. */
  private static final double SETTLED_S = 2;

  private final double interval;
  private final double limit;
  private double restSince = Double.NaN;
  private double settledAt = Double.NaN;
  private boolean wasLoaded;
  private Flags doubts = Flags.NONE;

  /** Both in the unit of the values. */
  CreepWatch(double interval, double limitIntervals) {
    this.interval = interval;
    this.limit = limitIntervals * interval;
  }

  void restart() {
    restSince = Double.NaN;
    settledAt = Double.NaN;
    wasLoaded = false;
    doubts = Flags.NONE;
  }

  /** Hears the gross load; answers what is doubtful now. */
  Flags hear(double seconds, double gross, boolean atRest) {
    if (!atRest) {
      restSince = Double.NaN;
      settledAt = Double.NaN;
      wasLoaded |= gross > LOADED_INTERVALS * interval;
      doubts = doubts.has(MotionFlags.ZERO_NOT_RETURNED) ? doubts : Flags.NONE;
      return doubts;
    }
    restSince = Double.isNaN(restSince) ? seconds : restSince;
    if (gross > LOADED_INTERVALS * interval) {
      wasLoaded = true;
      doubts = Flags.NONE;
      if (seconds - restSince >= SETTLED_S) {
        settledAt = Double.isNaN(settledAt) ? gross : settledAt;
        if (Math.abs(gross - settledAt) > limit) {
          doubts = Flags.of(MotionFlags.CREEP);
        }
      }
    } else if (Math.abs(gross) < EMPTY_INTERVALS * interval) {
      boolean back = Math.abs(gross) <= limit;
      if (wasLoaded && !back) {
        doubts = Flags.of(MotionFlags.ZERO_NOT_RETURNED);
      } else if (back) {
        doubts = Flags.NONE;
      }
      wasLoaded = false;
    }
    return doubts;
  }
}
