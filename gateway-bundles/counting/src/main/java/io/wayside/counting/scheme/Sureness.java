// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.core.vehicle.Classification;
import io.wayside.core.vehicle.Classification.Status;
import java.util.List;
import java.util.Optional;

/**
 * A classification as one class with a confidence. The confidence ranks answers, it is no
 * probability: 1 where one class holds and nothing else can, 0.9 where a later rule holds as well,
 * at most 0.8 where the class is the only one left but a measure is missing, and 1 over the number
 * of classes, at most 0.5, where several are left; then the first of the scheme's order is named.
 *
 * @param vehicleClass id, empty where nothing fits
 * @param rule the rule it comes from; with a question mark where a measure is missing
 */
public record Sureness(String vehicleClass, String rule, double confidence) {

  private static final double CERTAIN = 1;
  private static final double FIRST_OF_TWO = 0.9;
  private static final double ONLY_ONE_LEFT = 0.8;
  private static final double SEVERAL = 0.5;

  public static Sureness of(Classification told) {
    if (told.status() == Status.UNCLASSIFIED) {
      return new Sureness("", "", 0);
    }
    Optional<Classification.Choice> choice = told.choice();
    if (choice.isPresent()) {
      boolean open =
          told.alternatives().stream().anyMatch(other -> other.reason().startsWith("cannot"));
      double confidence =
          told.status() == Status.CLASSIFIED ? CERTAIN : open ? SEVERAL : FIRST_OF_TWO;
      return new Sureness(choice.get().vehicleClass().id(), choice.get().rule(), confidence);
    }
    List<Classification.Alternative> left = told.alternatives();
    double confidence = left.size() == 1 ? ONLY_ONE_LEFT : Math.min(SEVERAL, 1.0 / left.size());
    return new Sureness(left.get(0).vehicleClass().id(), left.get(0).rule() + "?", confidence);
  }
}
