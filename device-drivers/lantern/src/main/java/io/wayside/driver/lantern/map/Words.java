// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of closed sets as documents have them: lower case, hyphens. */
public final class Words {

  private Words() {}

  public static String of(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of a set that this word is. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> set, String word) {
    return Arrays.stream(set.getEnumConstants()).filter(e -> of(e).equals(word)).findFirst();
  }

  public static <E extends Enum<E>> List<String> all(Class<E> set) {
    return Arrays.stream(set.getEnumConstants()).map(Words::of).toList();
  }
}
