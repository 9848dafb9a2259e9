// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a {@link DoomedGateway}, kills it and reads what it said. It says it into a file: what a
 * pipe holds when a process is killed Java may lose.
 */
final class DoomedProcess {

  private static final long START_S = 60;
  private static final long STEP_MS = 20;

  private final Process process;
  private final Path said;

  DoomedProcess(
      Path folder, String broker, Combination.Wire wire, Load load, int records, long overMs)
      throws IOException {
    this.said = folder.resolve("said");
    this.process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx96m",
                    "-Dslf4j.internal.verbosity=ERROR",
                    // It says how it was configured on the stream that is read here.
                    "-Dlogback.statusListenerClass="
                        + "ch.qos.logback.core.status.NopStatusListener",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DoomedGateway.class.getName(),
                    folder.resolve("journal").toString(),
                    broker,
                    wire.name(),
                    Long.toString(load.seed()),
                    Integer.toString(records),
                    Long.toString(overMs)))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** Waits until it says its first word. */
  void awaitStart() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
    while (Files.size(said) == 0) {
      if (process.waitFor(STEP_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException("the gateway process does not start");
      }
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Adds what it said to the list; returns the highest number it handed in. */
  long tell(Ledger ledger, Load load) throws IOException {
    long highest = 0;
    for (String line : Files.readAllLines(said, StandardCharsets.US_ASCII)) {
      String[] words = line.split(" ", -1);
      long number = Long.parseLong(words[1]);
      switch (words[0]) {
        case "d" -> {
          ledger.handedIn(number, load.stream(number));
          highest = Math.max(highest, number);
        }
        case "k" -> ledger.accepted(new Key(words[2], Long.parseLong(words[3])), number);
        default -> ledger.notAccepted(number);
      }
    }
    return highest;
  }
}
