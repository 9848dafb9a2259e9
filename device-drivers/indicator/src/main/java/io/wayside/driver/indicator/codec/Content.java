// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a codec makes of bytes that have the shape of a frame. */
sealed interface Content {

  /** A display. */
  record Weight(Indication indication) implements Content {}

  /** A good frame that carries no mass of the load; the words say why and what to do. */
  record NoWeight(String why) implements Content {}

  /** The answer to a key: it was carried out. */
  record KeyDone() implements Content {}

  /** Its check is wrong. */
  record CheckFailed() implements Content {}

  /** Its check is right, or it has none, but it says nothing the format has. */
  record Unreadable() implements Content {}

  /** The display of a number in a unit named by the frame; a unit we do not know is no mass. */
  static Content weight(Optional<AsciiNumber> number, String unit, UnaryOperator<Indication> more) {
    if (number.isEmpty()) {
      return new Unreadable();
    }
    return MassUnit.named(unit)
        .<Content>map(known -> new Weight(more.apply(number.get().indication().with(known))))
        .orElseGet(() -> unknown(unit.strip()));
  }

  static Content unknown(String unit) {
    return new NoWeight(
        "its unit is \"" + unit + "\"; set the display to kilograms (kg, t, lb and g are known)");
  }
}
