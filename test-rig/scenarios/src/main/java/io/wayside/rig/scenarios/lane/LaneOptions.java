// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line.
 *
 * @param site the site document
 * @param state where lists and orders are kept
 * @param station which toll lane of the document; empty: the only one
 * @param reader instead of the document's, as host:port
 * @param keys loops and arm switches are typed, not wired
 * @param dryRun no output is driven
 */
record LaneOptions(
    Path site,
    Path state,
    Optional<String> station,
    Optional<String> reader,
    boolean keys,
    boolean dryRun) {

  static LaneOptions parse(List<String> words) throws Wrong {
    Map<String, String> given = new HashMap<>();
    boolean keys = false;
    boolean dryRun = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--keys" -> keys = true;
        case "--dry-run" -> dryRun = true;
        case "--site", "--state", "--station", "--reader" -> {
          if (i + 1 == words.size()) {
            throw new Wrong(word + " names nothing; write it with its value behind it");
          }
          given.put(word, words.get(++i));
        }
        default -> throw new Wrong("unknown option " + word + "; --help lists them");
      }
    }
    String site = given.get("--site");
    if (site == null) {
      throw new Wrong("--site is missing; name the site document");
    }
    String reader = given.get("--reader");
    if (reader != null && !reader.matches("[^:\\s]+:[0-9]{1,5}")) {
      throw new Wrong("--reader \"" + reader + "\" is not host:port such as 192.0.2.7:5084");
    }
    Path document = Path.of(site).toAbsolutePath().normalize();
    return new LaneOptions(
        document,
        Path.of(given.getOrDefault("--state", document.resolveSibling("lane-state").toString()))
            .toAbsolutePath(),
        Optional.ofNullable(given.get("--station")),
        Optional.ofNullable(reader),
        keys,
        dryRun);
  }
}
