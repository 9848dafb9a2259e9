// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the machine says passed.
 *
 * @param line id of the line
 * @param atS seconds from the beginning of the clip
 * @param along where on the line, 0 at its beginning to 1 at its end, if known
 * @param direction {@code left} or {@code right} of the line, seen along it
 * @param flags what the machine doubts
 */
public record ProofEvent(
    String line,
    double atS,
    OptionalDouble along,
    String direction,
    String vehicleClass,
    double confidence,
    List<String> flags) {

  public ProofEvent {
    flags = List.copyOf(flags);
  }
}
