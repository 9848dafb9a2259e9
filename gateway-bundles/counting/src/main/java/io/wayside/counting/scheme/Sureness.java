// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.core.vehicle.Classification;
import io.wayside.core.vehicle.Classification.Alternative;
import io.wayside.core.vehicle.Classification.Choice;
import io.wayside.core.vehicle.Classification.Standing;
import io.wayside.core.vehicle.Classification.Status;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A classification as one class with a confidence. The confidence ranks answers, it is no
 * probability: 1 where one class holds and nothing else can, 0.9 where a later rule holds as well,
 * at most 0.8 where the class is the only one left but a measure is missing, and 1 over the number
 * of classes where several are left; then the first of the scheme's order is named. One of more
 * than two that ask for anything but axle loads would be a guess, and none is named.
 *
 * @param vehicleClass id, empty where nothing fits or it would be a guess
 * @param rule the rule it comes from, where it would be a guess one of each class, parted by
 *     semicolons; with a question mark where a measure is missing
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
    return told.choice().isPresent()
        ? ofChoice(told, told.choice().get())
        : ofThoseLeft(told.alternatives());
  }

  private static Sureness ofChoice(Classification told, Choice choice) {
    boolean open =
        told.alternatives().stream().anyMatch(other -> other.standing() != Standing.HOLDS_TOO);
    double confidence =
        told.status() == Status.CLASSIFIED ? CERTAIN : open ? SEVERAL : FIRST_OF_TWO;
    return new Sureness(choice.vehicleClass().id(), choice.rule(), confidence);
  }

  private static Sureness ofThoseLeft(List<Alternative> left) {
    boolean weighable = left.stream().allMatch(one -> one.standing() == Standing.WANTS_LOADS);
    if (left.size() > 2 && !weighable) {
      return new Sureness(
          "", left.stream().map(one -> one.rule() + "?").collect(Collectors.joining(";")), 0);
    }
    Alternative first = left.get(0);
    return new Sureness(
        first.vehicleClass().id(),
        first.rule() + "?",
        left.size() == 1 ? ONLY_ONE_LEFT : 1.0 / left.size());
  }
}
