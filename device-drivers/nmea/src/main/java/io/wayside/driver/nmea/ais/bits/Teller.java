// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Is told a message field by field, in the order of its bits, by the names of docs/wire/ais.md. A
 * value the sender says it does not have is empty; a field that is not there is not told at all.
 */
public interface Teller {

  /** A number that is its own value. */
  void whole(String name, long value);

  /** A number that counts in whole units, or says that there is none. */
  void whole(String name, long raw, OptionalInt value);

  /** A number with its value in the unit of the page. */
  void real(String name, long raw, OptionalDouble value);

  void flag(String name, boolean value);

  /** A bit that means something only at times. */
  void flag(String name, boolean raw, Optional<Boolean> value);

  /** Text as it is. */
  void text(String name, String value);

  /** Things of one kind, each with fields of its own. */
  <T> void many(String name, List<T> things, Telling<T> telling);

  /** Bits nobody here reads. */
  void bits(Bits bits);

  /** A flag that is not told when the message ended before it. */
  default void flagIfThere(String name, Optional<Boolean> value) {
    if (value.isPresent()) {
      flag(name, value.get());
    }
  }

  /** Tells one thing. */
  interface Telling<T> {
    void tell(T thing, Teller to);
  }
}
