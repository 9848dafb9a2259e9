// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.GarbledData;
import java.util.Arrays;
import java.util.Locale;

/** Constants of a closed set as lower-case words. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E word(E[] constants, String word, String what) throws GarbledData {
    for (E constant : constants) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new GarbledData(
        what + " \"" + word + "\" is none of " + Arrays.stream(constants).map(Words::of).toList());
  }
}
