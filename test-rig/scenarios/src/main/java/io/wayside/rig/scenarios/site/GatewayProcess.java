// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway as it ships: the distribution folder's own start script in a process of its own. */
public final class GatewayProcess implements AutoCloseable {

  private final Process process;
  private final Path log;

  private GatewayProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param release the distribution folder
   * @param site the site document
   * @param state the state folder
   * @param log where everything that it prints goes
   * @param options further options of {@code wayside-gateway start}
   */
  public static GatewayProcess start(
      Path release, Path site, Path state, Path log, String... options) throws IOException {
    return call(release, "start", site, state, log, options);
  }

  /** Any other verb of {@code wayside-gateway}, with the same options. */
  public static GatewayProcess call(
      Path release, String verb, Path site, Path state, Path log, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(release.resolve("bin/wayside-gateway").toString());
    command.add(verb);
    command.addAll(List.of("--site", site.toString(), "--state", state.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new GatewayProcess(builder.start(), log);
  }

  public boolean running() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Resident memory in bytes as the kernel counts it (VmRSS), or 0 when the process is gone. */
  public long residentBytes() {
    return kilobytes("VmRSS:");
  }

  /** The most resident memory so far in bytes (VmHWM), or 0 when the process is gone. */
  public long peakResidentBytes() {
    return kilobytes("VmHWM:");
  }

  /** All that it has printed. */
  public String output() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(log + " cannot be read", unreadable);
    }
  }

  /** SIGTERM, then waits; returns whether it ended in time. */
  public boolean stop(long patienceMs) throws InterruptedException {
    process.destroy();
    return process.waitFor(patienceMs, TimeUnit.MILLISECONDS);
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for it to end by itself. */
  public boolean awaitEnd(long patienceMs) throws InterruptedException {
    return process.waitFor(patienceMs, TimeUnit.MILLISECONDS);
  }

  public int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private long kilobytes(String field) {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }
}
