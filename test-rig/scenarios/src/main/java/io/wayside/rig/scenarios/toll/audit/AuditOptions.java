// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param passage as drivers know it, or {@code STREAM/NUMBER}
 * @param key public key of the gateway; without it the journal's own is believed
 */
record AuditOptions(Path journal, String passage, Path out, Optional<String> key) {

  static final String USAGE =
      """
      usage: wayside toll-audit --journal FOLDER --passage ID --out FILE.zip [--key FILE|HEX]

        --journal FOLDER   a journal, in use or not; it is not changed
        --passage ID       the number drivers know, SSSS-LLL-YYYYMMDD-NNNNNN-C, or
                           STREAM/NUMBER such as toll.lane-2/4711, also with GATEWAY/ before it
        --out FILE.zip     where it goes: the record and what belongs to it, their proof,
                           timeline, tags, lists, pictures, and a page for people
        --key FILE|HEX     public key of the gateway; without it the keys in the journal
                           itself are believed

      exit status: 0 it is written and its proof holds, 1 there is no such record or the
      proof does not hold, 2 wrong usage
      """;

  private static final Set<String> KNOWN = Set.of("--journal", "--passage", "--out", "--key");

  static Optional<AuditOptions> parse(PrintStream err, String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
        return wrong(err, "\"" + arguments[i] + "\" is not expected, or wants a value after it");
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    String journal = given.get("--journal");
    String passage = given.get("--passage");
    String out = given.get("--out");
    if (journal == null || passage == null || out == null) {
      return wrong(err, "--journal, --passage and --out are wanted");
    }
    if (!Files.exists(Path.of(journal).resolve("journal.db"))) {
      return wrong(err, journal + " is no folder of a journal");
    }
    if (Files.exists(Path.of(out))) {
      return wrong(err, out + " exists; name another file, or remove it");
    }
    return Optional.of(
        new AuditOptions(
            Path.of(journal), passage, Path.of(out), Optional.ofNullable(given.get("--key"))));
  }

  private static Optional<AuditOptions> wrong(PrintStream err, String what) {
    err.println("wayside toll-audit: " + what);
    return Optional.empty();
  }
}
