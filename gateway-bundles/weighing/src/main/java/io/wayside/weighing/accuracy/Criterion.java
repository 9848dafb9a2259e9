// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is compared with its reference. Loads are in newton, speed in m/s, distances in metres. */
public enum Criterion {
  GROSS(Quantity.LOAD),
  GROUP(Quantity.LOAD),
  SINGLE_AXLE(Quantity.LOAD),
  AXLE_OF_GROUP(Quantity.LOAD),
  WHEEL(Quantity.LOAD),
  SPEED(Quantity.SPEED),
  SPACING(Quantity.LENGTH),
  COUNT(Quantity.NUMBER);

  /** What kind of quantity it is, hence its unit. */
  public enum Quantity {
    LOAD,
    SPEED,
    LENGTH,
    NUMBER
  }

  private final Quantity quantity;

  Criterion(Quantity quantity) {
    this.quantity = quantity;
  }

  public Quantity quantity() {
    return quantity;
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Criterion> of(String word) {
    return Arrays.stream(values()).filter(criterion -> criterion.word().equals(word)).findAny();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Criterion::word).toList();
  }
}
