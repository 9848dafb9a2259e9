// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.Set;

/** Doubts of weighing in motion. All but a few make a weighing unfit for enforcement. */
public final class MotionFlags {

  // The vehicle and how it was driven.
  public static final Flag SPEED_CHANGE = new Flag("speed-change");
  public static final Flag HARD_BRAKING = new Flag("hard-braking");
  public static final Flag STOPPED_ON_SENSOR = new Flag("stopped-on-sensor");
  public static final Flag REVERSED = new Flag("reversed");
  public static final Flag WRONG_WAY = new Flag("wrong-way");
  public static final Flag OFF_SCALE = new Flag("off-scale");
  public static final Flag STRADDLING = new Flag("straddling");
  public static final Flag ONE_SIDE_ONLY = new Flag("one-side-only");
  public static final Flag UNBALANCED = new Flag("unbalanced");
  public static final Flag ADJACENT_LANE = new Flag("adjacent-lane");
  public static final Flag NOT_WEIGHED = new Flag("not-weighed");
  public static final Flag LIFTED_AXLE = new Flag("lifted-axle");
  public static final Flag MOTORCYCLE = new Flag("motorcycle");

  // Telling vehicles and axles apart.
  public static final Flag GHOST_AXLE = new Flag("ghost-axle");
  public static final Flag MISSING_AXLE = new Flag("missing-axle");
  public static final Flag AXLE_COUNT_DOUBTFUL = new Flag("axle-count-doubtful");
  public static final Flag AXLES_NOT_RESOLVED = new Flag("axles-not-resolved");
  public static final Flag NO_PRESENCE = new Flag("no-presence");
  public static final Flag TAILGATING = new Flag("tailgating");
  public static final Flag POSSIBLE_TWO_VEHICLES = new Flag("possible-two-vehicles");
  public static final Flag POSSIBLE_SPLIT = new Flag("possible-split");
  public static final Flag TWO_ON_PLATFORM = new Flag("two-vehicles-on-platform");
  public static final Flag BEGAN_UNOBSERVED = new Flag("began-unobserved");

  // The instrument.
  public static final Flag SPEED_RANGE = new Flag("speed-out-of-range");
  public static final Flag TEMPERATURE_RANGE = new Flag("temperature-out-of-range");
  public static final Flag TEMPERATURE_UNKNOWN = new Flag("temperature-unknown");
  public static final Flag NOT_VERIFIED = new Flag("not-verified");
  public static final Flag UNCALIBRATED = new Flag("uncalibrated");
  public static final Flag CLIPPED = new Flag("clipped");
  public static final Flag SENSOR_FAULT = new Flag("sensor-fault");
  public static final Flag SENSORS_DISAGREE = new Flag("sensors-disagree");
  public static final Flag BASELINE_DRIFT = new Flag("baseline-drift");
  public static final Flag ZERO_OFF = new Flag("zero-off");
  public static final Flag ZERO_NOT_RETURNED = new Flag("zero-not-returned");
  public static final Flag CREEP = new Flag("creep");
  public static final Flag LOAD_SWINGS = new Flag("load-swings");
  public static final Flag PLATEAU_SHORT = new Flag("plateau-short");
  public static final Flag SAMPLES_LOST = new Flag("samples-lost");

  /**
   * What is worth knowing and throws no doubt on the loads. Everything else disqualifies, also a
   * flag that a later driver invents: unknown doubt is doubt.
   */
  public static final Set<Flag> INFORMATIVE = Set.of(LIFTED_AXLE, MOTORCYCLE);

  private MotionFlags() {}

  /** The flags for which a weighing must not be offered for enforcement; empty when it may be. */
  public static List<Flag> disqualifying(Flags flags) {
    return flags.all().stream().filter(flag -> !INFORMATIVE.contains(flag)).toList();
  }
}
