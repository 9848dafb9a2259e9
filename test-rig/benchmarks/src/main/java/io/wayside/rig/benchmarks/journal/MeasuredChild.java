// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.rig.benchmarks.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JVM of its own for what is measured; prints {@code KEY NAME VALUE} lines. */
public final class MeasuredChild {

  /** As the gateway is started. */
  public static final List<String> GATEWAY_OPTIONS =
      List.of("-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private MeasuredChild() {}

  public static Process start(
      Class<?> main, List<String> arguments, Map<String, String> environment) throws IOException {
    return start(
        List.of(), GATEWAY_OPTIONS, main, arguments, environment, ProcessBuilder.Redirect.INHERIT);
  }

  /**
   * With words of the command line before its own, such as a command that runs it elsewhere, with
   * JVM options of its own, and with a place for what it complains of.
   */
  public static Process start(
      List<String> before,
      List<String> options,
      Class<?> main,
      List<String> arguments,
      Map<String, String> environment,
      ProcessBuilder.Redirect complaints)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Runs it to its end; what it printed, by key and name. */
  public static Map<String, Samples> run(
      Class<?> main, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    Map<String, Samples> samples = new TreeMap<>();
    Process process = start(main, arguments, environment);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].matches("[0-9.]+")) {
          samples
              .computeIfAbsent(words[0] + " " + words[1], name -> new Samples())
              .add(Double.parseDouble(words[2]));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed; it said why above");
    }
    return samples;
  }
}
