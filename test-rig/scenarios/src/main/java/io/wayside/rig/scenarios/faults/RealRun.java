// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.simulators.fault.FaultLedger;
import io.wayside.rig.simulators.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One seed in real time against the shipped gateway. */
final class RealRun {

  private static final long LOOK_MS = 50;
  private static final long START_MS = 30_000;
  private static final long UNPLUGGED_MS = 2_000;
  private static final long AFTERWARDS_MS = 12_000;
  private static final long ARRIVE_MS = 10_000;
  private static final long PROGRESS_MS = 5_000;

  /** The plug is pulled by hand each time after so many frames. */
  private static final int FRAMES_PER_UNPLUG = 200;

  private final RealSite site;
  private final Consumer<String> progress;
  private final CountDownLatch never = new CountDownLatch(1);

  private RealRun(RealSite site, Consumer<String> progress) {
    this.site = site;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException when the gateway ended by itself or not in order, with its log
   */
  static Outcome run(FaultPlan plan, long seed, int frames, Consumer<String> progress)
      throws Exception {
    Path release = ReleaseFolder.find();
    Path folder = Files.createTempDirectory("wayside-faults-");
    try (RealSite site = new RealSite(plan, seed, release, folder)) {
      return new RealRun(site, progress).run(frames);
    } finally {
      Folders.delete(folder);
    }
  }

  private Outcome run(int frames) throws Exception {
    awaitGateway();
    FaultLedger ledger = site.pipe().ledger();
    site.pipe().inject(true);
    long before = ledger.framesOffered();
    long nextUnplug = FRAMES_PER_UNPLUG;
    long toldMs = 0;
    for (long ms = 0; ledger.framesOffered() - before < frames; ms += LOOK_MS) {
      pass(LOOK_MS);
      long sent = ledger.framesOffered() - before;
      if (sent >= nextUnplug && sent + FRAMES_PER_UNPLUG / 2 < frames) {
        nextUnplug += FRAMES_PER_UNPLUG;
        unplugAndReplug();
      }
      if (ms - toldMs >= PROGRESS_MS) {
        toldMs = ms;
        progress.accept(String.format(Locale.ROOT, "  %,d of %,d frames", sent, frames));
      }
    }
    long sent = ledger.framesOffered() - before;
    site.pipe().inject(false);
    progress.accept("  the faults are over; letting the last vehicle pass");
    pass(AFTERWARDS_MS);
    return settled(sent, ledger);
  }

  private Outcome settled(long sent, FaultLedger ledger) throws Exception {
    if (!site.stop()) {
      throw new IllegalStateException("the gateway did not end in order; it said:\n" + site.log());
    }
    for (long ms = 0; !site.allArrived(); ms += LOOK_MS) {
      if (ms > ARRIVE_MS) {
        throw new IllegalStateException("the centre does not hold all that the journal has");
      }
      never.await(LOOK_MS, TimeUnit.MILLISECONDS);
    }
    LogRecoveries recoveries = site.recoveries();
    return new Outcome(
        sent,
        Outcome.struck(ledger),
        site.verdict(),
        recoveries.tookMs(),
        recoveries.failedAgain());
  }

  private void awaitGateway() throws InterruptedException {
    for (long ms = 0; !site.pipe().attached(); ms += LOOK_MS) {
      if (ms > START_MS) {
        throw new IllegalStateException(
            "the gateway did not open the scale's line; it said:\n" + site.log());
      }
      pass(LOOK_MS);
    }
  }

  private void unplugAndReplug() throws InterruptedException, IOException {
    progress.accept("  adapter unplugged");
    site.pipe().unplug();
    pass(UNPLUGGED_MS);
    site.pipe().replug();
    progress.accept("  adapter plugged in again");
  }

  /** Lets the time pass, as long as the gateway runs. */
  private void pass(long ms) throws InterruptedException {
    never.await(ms, TimeUnit.MILLISECONDS);
    if (!site.runs()) {
      throw new IllegalStateException("the gateway ended by itself; it said:\n" + site.log());
    }
  }
}
