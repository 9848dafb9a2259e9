// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The release folder as the build made it, run as a child process with its own state. */
final class GatewayFolder {

  static final Path HOME = Path.of(System.getProperty("wayside.home"));
  static final Path EQUINOX = Path.of(System.getProperty("wayside.launcher.equinox"));

  private static final long PATIENCE_S = 60;

  private final Path home;
  private final Path box;
  private final List<String> options;

  GatewayFolder(Path home, Path box, String... options) {
    this.home = home;
    this.box = box;
    this.options = List.of(options);
  }

  /** What a call printed and how it ended. */
  record Ended(int exitCode, String output) {}

  Path site() {
    return box.resolve("site.json");
  }

  Path state() {
    return box.resolve("state");
  }

  void write(String site) throws IOException {
    Files.writeString(site(), site);
  }

  /** A document with what this set of bundles cannot do without. */
  void writeSmallest() throws IOException {
    write("{ \"gateway\": { \"id\": \"box-1\", \"tenant\": \"test\" }" + journal() + " }");
  }

  static String journal() throws IOException {
    return Files.readString(HOME.resolve("etc/schema/site.schema.json"))
            .contains("\"pid\": \"io.wayside.journal\"")
        ? ", \"journal\": { }"
        : "";
  }

  Ended call(String verb, String... rest) throws IOException, InterruptedException {
    Process process = launch(verb, rest);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(verb + " did not end: " + output);
    }
    return new Ended(process.exitValue(), output);
  }

  /** Starts a gateway and waits until it says so. */
  RunningGateway start() throws IOException, InterruptedException {
    return RunningGateway.await(launch("start"));
  }

  Process launch(String verb, String... rest) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/wayside-gateway").toString());
    command.add(verb);
    command.addAll(options);
    command.addAll(List.of("--site", site().toString(), "--state", state().toString()));
    command.addAll(List.of(rest));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    String jvm = System.getProperty("wayside.test.jvm", "");
    if (!jvm.isEmpty()) {
      builder.environment().put("WAYSIDE_JAVA", jvm);
    }
    return builder.start();
  }
}
