// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a vehicle is put together, as far as a limit depends on it.
 *
 * @param shapes which axles it can have
 * @param kingpinAheadM how far the kingpin can lie ahead of the last axle before the last group;
 *     empty for a layout without kingpin
 */
record Layout(String id, Wording name, List<Shape> shapes, Optional<Range> kingpinAheadM) {

  /**
   * Axles of a layout.
   *
   * @param groups codes such as {@code 1-2-2}
   * @param spacingsM conditions by index of the spacing, from 0
   */
  record Shape(List<String> groups, Map<Integer, Range> spacingsM, Evidence evidence) {

    boolean fits(Weighed vehicle, double groupGapM) {
      return groups.contains(vehicle.pattern().code(groupGapM))
          && spacingsM.entrySet().stream()
              .allMatch(
                  spacing ->
                      spacing.getKey() < vehicle.spacingsM().size()
                          && vehicle.spacingM(spacing.getKey()).mayBeIn(spacing.getValue()));
    }
  }

  boolean fits(Weighed vehicle, double groupGapM) {
    return shapes.stream().anyMatch(shape -> shape.fits(vehicle, groupGapM));
  }

  /** What the axles tell about the kingpin: it is never behind the tractor's last axle. */
  Span kingpinM(Weighed vehicle, double groupGapM) {
    List<Integer> groups = vehicle.pattern().groups(groupGapM);
    if (kingpinAheadM.isEmpty() || groups.size() < 2) {
      return Span.UNKNOWN;
    }
    int gap = vehicle.axles() - groups.get(groups.size() - 1) - 1;
    Range ahead = kingpinAheadM.get();
    return vehicle.spacingM(gap).plus(new Span(ahead.low(), ahead.high()));
  }
}
