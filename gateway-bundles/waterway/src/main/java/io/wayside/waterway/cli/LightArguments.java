// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import java.util.Optional;
import java.util.Set;

/**
 * The words of the command line of {@code light}.
 *
 * @param character to lay out
 * @param list of seconds given for one aid
 * @param table name or path of the table
 */
record LightArguments(
    Optional<String> character,
    Optional<String> list,
    Optional<String> observe,
    Optional<String> characters,
    Optional<String> table,
    boolean json) {

  private static final Set<String> WITH_VALUE = Set.of("--list", "--observe", "--characters");
  private static final String SHIPPED = "vn";

  static LightArguments of(String... words) throws Refused {
    Optional<String> character = Optional.empty();
    Optional<String> list = Optional.empty();
    Optional<String> observe = Optional.empty();
    Optional<String> characters = Optional.empty();
    Optional<String> table = Optional.empty();
    boolean json = false;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean more = i + 1 < words.length;
      if (WITH_VALUE.contains(word)) {
        if (!more) {
          throw new Refused(word + " wants a value after it");
        }
        Optional<String> value = Optional.of(words[++i]);
        switch (word) {
          case "--list" -> list = value;
          case "--observe" -> observe = value;
          default -> characters = value;
        }
      } else if (word.equals("--table")) {
        boolean named = more && !words[i + 1].startsWith("--");
        table = Optional.of(named ? words[++i] : SHIPPED);
      } else if (word.equals("--json")) {
        json = true;
      } else if (word.startsWith("--")) {
        throw new Refused("there is no option \"" + word + "\"; --help lists them");
      } else if (character.isPresent()) {
        throw new Refused(
            "give one character, in quotes: \"" + character.get() + " " + word + "\"");
      } else {
        character = Optional.of(word);
      }
    }
    if (character.isEmpty() && observe.isEmpty() && table.isEmpty()) {
      throw new Refused("a character is missing, such as \"Fl(2) R 10s\"; --help shows more");
    }
    if (character.isPresent() && (observe.isPresent() || table.isPresent())) {
      throw new Refused("give a character, --observe or --table, one of them");
    }
    if (list.isPresent() && character.isEmpty()) {
      throw new Refused("--list goes with a character, such as \"Fl(2) R 10s\"");
    }
    return new LightArguments(character, list, observe, characters, table, json);
  }
}
