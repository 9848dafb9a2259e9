// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** The unit on a display. */
public enum MassUnit {
  KG("kg", 1),
  /** The international avoirdupois pound, exactly 0.45359237 kg. */
  LB("lb", 0.45359237);

  private final String symbol;
  private final double kilograms;

  MassUnit(String symbol, double kilograms) {
    this.symbol = symbol;
    this.kilograms = kilograms;
  }

  /** Two letters, as on the wire. */
  public String symbol() {
    return symbol;
  }

  /** Kilograms in one of this unit. */
  public double kilograms() {
    return kilograms;
  }
}
