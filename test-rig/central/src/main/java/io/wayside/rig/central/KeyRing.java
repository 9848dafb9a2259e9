// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.Names;
import io.wayside.rig.central.heads.PublicKeyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keys somebody vouches for, by gateway. A gateway may have had several. */
public record KeyRing(Map<String, Set<PublicKeyText>> keys) {

  public static final KeyRing EMPTY = new KeyRing(Map.of());

  /**
   * Reads {@code GATEWAY=FILE} and {@code GATEWAY=HEX}, given one by one and in a file of such
   * lines, in which those that begin with # are remarks.
   */
  static KeyRing of(List<String> given, List<String> files) throws BadArguments {
    Map<String, Set<PublicKeyText>> keys = new TreeMap<>();
    for (String each : given) {
      add(keys, "--key", each);
    }
    for (String file : files) {
      try {
        for (String line : Files.readAllLines(Path.of(file))) {
          if (!line.isBlank() && !line.startsWith("#")) {
            add(keys, "--keys " + file, line.strip());
          }
        }
      } catch (IOException unreadable) {
        throw new BadArguments("--keys " + file + " cannot be read: " + unreadable.getMessage());
      }
    }
    return new KeyRing(keys);
  }

  private static void add(Map<String, Set<PublicKeyText>> keys, String where, String given)
      throws BadArguments {
    int equals = given.indexOf('=');
    if (equals < 0 || !Names.isValid(given.substring(0, equals))) {
      throw new BadArguments(where + " \"" + given + "\" must be GATEWAY=FILE or GATEWAY=HEX");
    }
    try {
      keys.computeIfAbsent(given.substring(0, equals), none -> new LinkedHashSet<>())
          .add(PublicKeyText.given(given.substring(equals + 1)));
    } catch (GarbledData unusable) {
      throw new BadArguments(where + ": " + unusable.getMessage());
    }
  }
}
