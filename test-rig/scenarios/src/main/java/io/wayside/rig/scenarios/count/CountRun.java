// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.data.Json;
import io.wayside.counting.cli.Wrong;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts until the pictures end, or somebody ends it; whatever was counted is written down. */
final class CountRun {

  /** Longer than a camera takes to be let go, and a page to be written. */
  private static final long PATIENCE_S = 20;

  /** What is done at an end of any kind; what went wrong before it is told first. */
  private interface Ending extends AutoCloseable {
    @Override
    void close() throws Wrong;
  }

  private final Counting counting;
  private final Proof proof;
  private final EventsFile events;
  private final List<String> lines;
  private final PrintStream told;
  private final CountDownLatch written = new CountDownLatch(1);

  /**
   * @param events closed with it
   * @param lines ids of the lines
   * @param told for the person at the console
   */
  CountRun(
      Counting counting, Proof proof, EventsFile events, List<String> lines, PrintStream told) {
    this.counting = counting;
    this.proof = proof;
    this.events = events;
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

  @SuppressWarnings("try") // resources that are there to be closed, whatever the counting came to
  void run() throws Wrong {
    try (Ending written = this.written::countDown;
        Ending file = events::close;
        Ending page = this::page;
        Ending watched = this::watched) {
      counting.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
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

  private void watched() throws Wrong {
    if (counting.hasSeen()) {
      events.watched(Json.write(counting.watched(lines).toValue()));
    }
  }

  private void page() throws Wrong {
    if (counting.hasSeen()) {
      proof.finish().ifPresent(page -> told.println("to be checked by a person: " + page));
    }
  }
}
