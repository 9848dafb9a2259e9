// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a {@link BusySite} in a JVM of its own, one that starts quickly. */
final class Child {

  private static final String KEEP_SHORT_S = "20";
  private static final String KEEP_LONG_S = "100000000";

  private Child() {}

  /**
   * How much it does.
   *
   * @param filling largest filling of a record in bytes
   * @param removes whether retention removes what was acknowledged
   * @param tight whether the quota is so small that telemetry is thinned
   */
  record Work(
      long seed,
      long firstNumber,
      int sessions,
      int records,
      int filling,
      boolean removes,
      boolean tight) {

    /** With room for everything. */
    Work(long seed, long firstNumber, int sessions, int records, int filling, boolean removes) {
      this(seed, firstNumber, sessions, records, filling, removes, false);
    }
  }

  static Process start(Path folder, Path said, Work work, Path log, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BusySite.class.getName());
    command.add(folder.toString());
    command.add(said.toString());
    command.add(Long.toString(work.seed));
    command.add(Long.toString(work.firstNumber));
    command.add(Integer.toString(work.sessions));
    command.add(Integer.toString(work.records));
    command.add(Integer.toString(work.filling));
    command.add(work.removes ? KEEP_SHORT_S : KEEP_LONG_S);
    command.add(work.tight ? "tight" : "ample");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
