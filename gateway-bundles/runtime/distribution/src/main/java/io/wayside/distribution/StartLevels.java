// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When a bundle starts: the first rule of start-levels.txt whose name fits. */
final class StartLevels {

  private record Rule(int level, String name) {
    boolean fits(String symbolicName) {
      return name.endsWith("*")
          ? symbolicName.startsWith(name.substring(0, name.length() - 1))
          : symbolicName.equals(name);
    }
  }

  private final List<Rule> rules;

  private StartLevels(List<Rule> rules) {
    this.rules = rules;
  }

  static StartLevels read(Path file) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String rule = line.replaceFirst("#.*", "").strip();
      if (!rule.isEmpty()) {
        String[] words = rule.split("\\s+", -1);
        rules.add(new Rule(Integer.parseInt(words[0]), words[1]));
      }
    }
    return new StartLevels(List.copyOf(rules));
  }

  int of(String symbolicName) {
    return rules.stream()
        .filter(rule -> rule.fits(symbolicName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no start level fits bundle " + symbolicName))
        .level();
  }
}
