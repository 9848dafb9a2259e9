// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.data.Json;
import io.wayside.counting.cli.Wrong;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts until the pictures end, or somebody ends it; whatever was counted is written down. */
final class CountRun {

  /** Longer than a camera takes to be let go, and a page to be written. */
  private static final long PATIENCE_S = 20;

  private final Counting counting;
  private final Proof proof;
  private final PrintStream events;
  private final Optional<Path> watched;
  private final List<String> lines;
  private final PrintStream told;
  private final CountDownLatch written = new CountDownLatch(1);

  /**
   * @param events closed with it where they are a file
   * @param watched where it writes what was watched; none where the events are no file
   * @param lines ids of the lines
   * @param told for the person at the console
   */
  CountRun(
      Counting counting,
      Proof proof,
      PrintStream events,
      Optional<Path> watched,
      List<String> lines,
      PrintStream told) {
    this.counting = counting;
    this.proof = proof;
    this.events = events;
    this.watched = watched;
    this.lines = List.copyOf(lines);
    this.told = told;
  }

  /** The end of the process ends it too, and waits for what is written. */
  void untilEndedOrTold() throws Wrong {
    Thread hook = new Thread(this::end, "count-end");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      run();
    } finally {
      forget(hook);
    }
  }

  private void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      told.println("ended before the pictures did");
    }
  }

  void run() throws Wrong {
    try {
      counting.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      write();
      written.countDown();
    }
  }

  /** Ends it, and waits until what was counted is written. */
  void end() {
    counting.end();
    try {
      if (!written.await(PATIENCE_S, TimeUnit.SECONDS)) {
        told.println("what was counted is not all written after " + PATIENCE_S + " s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() throws Wrong {
    try {
      if (watched.isPresent() && counting.hasSeen()) {
        Files.writeString(watched.get(), Json.write(counting.watched(lines).toValue()) + "\n");
      }
      if (counting.hasSeen()) {
        proof.finish().ifPresent(page -> told.println("to be checked by a person: " + page));
      }
    } catch (IOException unwritable) {
      throw new Wrong("beside the crossings: cannot be written: " + unwritable.getMessage());
    } finally {
      events.flush();
      if (watched.isPresent()) {
        events.close();
      }
    }
  }
}
