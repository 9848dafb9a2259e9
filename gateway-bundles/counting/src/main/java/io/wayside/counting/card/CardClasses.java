// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.card;

import io.wayside.core.device.CardWord;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.Classifier.By;
import io.wayside.counting.scheme.Classifier.Told;
import io.wayside.counting.scheme.PcuRule;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The class of a vehicle: as the card says, and where it says none of the counter's scheme, by the
 * length.
 */
public record CardClasses(Set<String> known, PcuRule units, Classifier byLength) {

  /** Of vehicles that were only counted. */
  public static final Told UNKNOWN = new Told("unknown", "", 0, By.NOTHING, OptionalDouble.empty());

  public CardClasses {
    known = Set.copyOf(known);
  }

  Told of(CardWord.Vehicle vehicle) {
    return vehicle
        .code()
        .filter(known::contains)
        .map(code -> new Told(code, "", 1, By.CARD, units.of(code)))
        .orElseGet(() -> byLength.tell(List.of(), vehicle.lengthM()));
  }
}
