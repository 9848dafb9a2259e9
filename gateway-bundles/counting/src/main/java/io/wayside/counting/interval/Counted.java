// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.OptionalDouble;

/**
 * A vehicle as intervals count it.
 *
 * @param nanos when it passed
 * @param vehicleClass id in the scheme the counter uses, {@code unknown} where none was told
 * @param direction as the counter names directions
 * @param pcu passenger-car units, where the class has any
 * @param occupiedS how long the place of counting was occupied by it
 * @param doubtful it may be no vehicle, or two
 * @param timed whether it passed just then, and not at some time before
 */
public record Counted(
    long nanos,
    String vehicleClass,
    String direction,
    OptionalDouble pcu,
    OptionalDouble speedMps,
    double occupiedS,
    boolean doubtful,
    boolean timed) {

  /** A vehicle whose time is known. */
  public Counted(
      long nanos,
      String vehicleClass,
      String direction,
      OptionalDouble pcu,
      OptionalDouble speedMps,
      double occupiedS,
      boolean doubtful) {
    this(nanos, vehicleClass, direction, pcu, speedMps, occupiedS, doubtful, true);
  }

  /** A vehicle that passed some time before: of headways it says nothing. */
  public static Counted untimed(long nanos, String vehicleClass, boolean doubtful) {
    return new Counted(
        nanos,
        vehicleClass,
        "unknown",
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        doubtful,
        false);
  }
}
