// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Light and dark given for one aid, in seconds. */
final class GivenList {

  private static final Pattern WORD = Pattern.compile("[^\\s,;]+");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");
  private static final int MOST = 240;

  private GivenList() {}

  static Rhythm read(LightCharacter character, String text) throws LightSyntax {
    List<Run> runs = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      int millis =
          SECONDS.matcher(word).matches() ? (int) Math.round(1000 * Double.parseDouble(word)) : 0;
      if (millis == 0) {
        throw new LightSyntax(
            words.start(), "\"" + word + "\" is no length in seconds", "write 0.3 0.7 and so on");
      }
      if (runs.size() == MOST) {
        throw new LightSyntax(words.start(), "the list is too long", "give one period");
      }
      runs.add(new Run(runs.size() % 2 == 0, millis));
    }
    if (runs.isEmpty() || (runs.size() > 1 && runs.size() % 2 == 1)) {
      throw new LightSyntax(
          text.length(),
          "the list ends with light",
          "give light, dark, light, dark, and dark at the end");
    }
    Rhythm rhythm = Layout.painted(character, runs);
    List<String> faults = LightRules.faults(character, rhythm);
    if (!faults.isEmpty()) {
      throw new LightSyntax(
          0, String.join("; ", faults), "correct the list or the character " + character);
    }
    return rhythm;
  }
}
