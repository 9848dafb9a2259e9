// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.driver.nmea.sentence.plain.Plain.Transducer;
import java.util.OptionalDouble;

/** Values of transducers in the units of core; kind and unit are one letter each. */
final class TransducerUnits {

  private static final double BAR_PA = 100_000;
  private static final double PER_CENT = 0.01;

  private TransducerUnits() {}

  /**
   * Empty when what the transducer measures has not this unit. A missing letter is the usual one.
   */
  static OptionalDouble in(String unit, Transducer told) {
    char letter = told.unit().orElse(' ');
    return switch (told.type()) {
      case 'C' -> value(unit, "Cel", told, letter == 'C' || letter == ' ' ? 1 : 0);
      case 'A' -> value(unit, "deg", told, letter == 'D' || letter == ' ' ? 1 : 0);
      case 'D' -> value(unit, "m", told, letter == 'M' || letter == ' ' ? 1 : 0);
      case 'U' -> value(unit, "V", told, letter == 'V' || letter == ' ' ? 1 : 0);
      case 'I' -> value(unit, "A", told, letter == 'A' || letter == ' ' ? 1 : 0);
      case 'H' -> value(unit, "1", told, letter == 'P' || letter == ' ' ? PER_CENT : 0);
      case 'P' -> value(unit, "Pa", told, letter == 'B' ? BAR_PA : letter == 'P' ? 1 : 0);
      case 'G' -> value(unit, unit, told, 1);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble value(String wanted, String has, Transducer told, double by) {
    return wanted.equals(has) && by != 0
        ? OptionalDouble.of(told.value() * by)
        : OptionalDouble.empty();
  }
}
