// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;

/**
 * The units in which a table states its figures, as its source printed them.
 *
 * @param length of spacings and lengths
 * @param load of axle loads and gross weights
 */
public record Units(Length length, Load load) {

  /** Units of length. */
  public enum Length {
    M(1),
    CM(0.01),
    FT(0.3048);

    private final double metres;

    Length(double metres) {
      this.metres = metres;
    }
  }

  /** Units of load, as masses. */
  public enum Load {
    KG(1),
    T(1000),
    LB(0.45359237),
    KIP(453.59237);

    private final double kilograms;

    Load(double kilograms) {
      this.kilograms = kilograms;
    }
  }

  public static Units from(Node node) throws GarbledData {
    node.only("length", "load");
    return new Units(
        node.member("length").word(Length.class), node.member("load").word(Load.class));
  }

  /** One unit of length in metres. */
  public double metres() {
    return length.metres;
  }

  /** One unit of load in kilograms. */
  public double kilograms() {
    return load.kilograms;
  }
}
