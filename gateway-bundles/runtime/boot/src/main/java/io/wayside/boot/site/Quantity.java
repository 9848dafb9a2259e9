// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.Arrays;
import java.util.List;

/** What a number measures; units convert only within one quantity. */
public enum Quantity {
  MASS("mass"),
  FORCE("force"),
  TIME("time"),
  FREQUENCY("frequency"),
  LENGTH("length"),
  SPEED("speed"),
  ACCELERATION("acceleration"),
  TEMPERATURE("temperature"),
  DATA("amount of data"),
  RATIO("ratio"),
  ANGLE("angle"),
  VOLTAGE("voltage"),
  CURRENT("current"),
  POWER_LEVEL("power level");

  private final String words;

  Quantity(String words) {
    this.words = words;
  }

  /** As one says it, such as {@code mass}. */
  public String words() {
    return words;
  }

  /** The symbols of its units as they are written in a site document. */
  public List<String> symbols() {
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.quantity() == this)
        .map(Unit::symbol)
        .toList();
  }
}
