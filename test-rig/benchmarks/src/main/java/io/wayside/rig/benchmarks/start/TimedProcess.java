// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process timed from its start to a line that it prints. */
final class TimedProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;
  private final long startedNanos;

  TimedProcess(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    this.startedNanos = System.nanoTime();
    this.process = builder.start();
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Milliseconds from the start until a line with {@code text} came. */
  double millisTo(String text) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(text)) {
        return (System.nanoTime() - startedNanos) / 1e6;
      }
      seen.append(line).append('\n');
    }
    throw new IOException("the process ended without saying \"" + text + "\":\n" + seen);
  }

  /** Keeps reading what it prints, so that it is never held up, and returns at once. */
  void drainInBackground() {
    Thread drain =
        new Thread(
            () -> {
              try {
                while (lines.readLine() != null) {
                  // nobody needs it
                }
              } catch (IOException ended) {
                throw new UncheckedIOException(ended);
              }
            },
            "drain");
    drain.setDaemon(true);
    drain.setUncaughtExceptionHandler((thread, ended) -> {});
    drain.start();
  }

  /** Resident memory in MiB (VmRSS). */
  double residentMiB() throws IOException {
    try (var status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return status
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024.0)
          .findFirst()
          .orElseThrow(() -> new IOException("the process has ended"));
    }
  }

  /** The JVM options of the process: what stands between the program and the class path. */
  List<String> jvmOptions() throws IOException {
    String commandLine =
        Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
    return List.of(commandLine.split("\0")).stream()
        .skip(1)
        .takeWhile(argument -> argument.startsWith("-") && !argument.equals("-cp"))
        .filter(argument -> argument.startsWith("-X") && !argument.contains("SharedArchive"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
