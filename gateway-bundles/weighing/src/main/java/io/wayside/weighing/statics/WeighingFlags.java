// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.quality.Flag;

/** The doubts static weighing adds to those of core; docs/weighing.md says what each means. */
public final class WeighingFlags {

  public static final Flag SEVERAL_PLATEAUS = new Flag("several-plateaus");
  public static final Flag POSSIBLE_MISSED_AXLE = new Flag("possible-missed-axle");
  public static final Flag POSSIBLE_TWO_VEHICLES = new Flag("possible-two-vehicles");
  public static final Flag POSSIBLE_REVERSAL = new Flag("possible-reversal");
  public static final Flag STARTED_OCCUPIED = new Flag("started-occupied");
  public static final Flag BEGAN_UNOBSERVED = new Flag("began-unobserved");
  public static final Flag STUCK_PLATFORM = new Flag("stuck-platform");
  public static final Flag ZERO_OFF = new Flag("zero-off");
  public static final Flag ZERO_UNCHECKED = new Flag("zero-unchecked");
  public static final Flag ZERO_NOT_RETURNED = new Flag("zero-not-returned");
  public static final Flag NET_INDICATION = new Flag("net-indication");
  public static final Flag SCALE_SET = new Flag("scale-set");
  public static final Flag INTERVAL_MISMATCH = new Flag("interval-mismatch");
  public static final Flag DISCARDED = new Flag("discarded");
  public static final Flag STATION_STOPPED = new Flag("station-stopped");
  public static final Flag UNCALIBRATED = new Flag("uncalibrated");

  private WeighingFlags() {}
}
