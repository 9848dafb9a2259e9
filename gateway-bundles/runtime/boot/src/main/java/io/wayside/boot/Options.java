// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line.
 *
 * @param site the site document
 * @param state where everything that changes is kept
 * @param home the release folder, never written
 * @param rest what remains after the options
 */
public record Options(Path site, Path state, Path home, List<String> rest) {

  private static final Map<String, String> DEFAULTS =
      Map.of("--site", "/etc/wayside/site.json", "--state", "/var/lib/wayside", "--home", ".");

  public Options {
    rest = List.copyOf(rest);
  }

  /** The known options may stand anywhere; what begins with two dashes must be one of them. */
  public static Options parse(List<String> arguments) throws BootFailure {
    Map<String, String> given = new HashMap<>(DEFAULTS);
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("--")) {
        rest.add(word);
      } else if (!DEFAULTS.containsKey(word)) {
        throw usage("unknown option " + word, "known: --site FILE, --state FOLDER, --home FOLDER");
      } else if (i + 1 == arguments.size()) {
        throw usage(word + " names nothing", "write " + word + " and a path");
      } else {
        given.put(word, arguments.get(++i));
      }
    }
    return new Options(path(given, "--site"), path(given, "--state"), path(given, "--home"), rest);
  }

  static BootFailure usage(String what, String remedy) {
    return new BootFailure(ExitCode.USAGE, "wayside-gateway: " + what + " \u2014 " + remedy);
  }

  private static Path path(Map<String, String> given, String option) {
    return Path.of(given.getOrDefault(option, ".")).toAbsolutePath().normalize();
  }
}
