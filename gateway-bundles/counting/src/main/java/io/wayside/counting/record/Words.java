// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.record;

import io.wayside.core.data.Value;
import java.util.Locale;
import java.util.OptionalDouble;

/** Words and numbers as records have them. */
final class Words {

  private Words() {}

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Value number(OptionalDouble number) {
    return number.isPresent() ? new Value.Real(number.getAsDouble()) : Value.ABSENT;
  }
}
