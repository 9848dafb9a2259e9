// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What a scheme says about a vehicle. Doubt is part of it and never hidden.
 *
 * @param scheme id of the scheme
 * @param status how sure
 * @param choice the first rule that holds; empty when none surely holds
 * @param alternatives other classes that hold too or cannot be ruled out; when nothing holds, those
 *     that miss by one condition
 */
public record Classification(
    String scheme, Status status, Optional<Choice> choice, List<Alternative> alternatives) {

  /** How sure a class is. */
  public enum Status {
    CLASSIFIED,
    /** Other classes hold too, or cannot be ruled out for want of a measure. */
    AMBIGUOUS,
    UNCLASSIFIED
  }

  /** The class and the rule it comes from. */
  public record Choice(VehicleClass vehicleClass, String rule, Evidence evidence) {}

  /** Another class, and why it is mentioned. */
  public record Alternative(
      VehicleClass vehicleClass, String rule, String reason, Standing standing) {}

  /** How a rule stands that did not decide. */
  public enum Standing {
    HOLDS_TOO,
    /** It would hold with some axle loads, which are not known. */
    WANTS_LOADS,
    /** It would hold with something else that is not known. */
    WANTS_MORE,
    MISSES_BY_ONE
  }

  public Classification {
    alternatives = List.copyOf(alternatives);
  }
}
