// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.concurrent.TimeUnit;

/**
 * On slow storage those who wait for each of their records come back together: were the next batch
 * closed before they are here, they would part into two halves for good, each waiting for the sync
 * of the other. So a little is waited for as many as were just answered.
 */
final class Gathering {

  /** To bind a batch takes some tenths of a millisecond; a commit that takes longer is slow. */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Of the time of a commit, what may be added by waiting. */
  private static final int PART = 4;

  /** At most, on storage however slow. */
  static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Intake intake;
  private final long mostNanos;
  private volatile long commitNanos;
  private volatile int answered;

  Gathering(Intake intake, long mostNanos) {
    this.intake = intake;
    this.mostNanos = mostNanos;
  }

  /** So many drafts were kept by a commit that took so long. */
  void committed(int drafts, long nanos) {
    answered = drafts;
    commitNanos = nanos;
  }

  boolean isSlow() {
    return commitNanos >= SLOW_NANOS;
  }

  /**
   * The last commit answered several: they come back about now and share one sync. Were the first
   * of them to commit by itself, all the others would wait for it, and be alone again after.
   */
  boolean hasCompany() {
    return answered > 1;
  }

  /** Waits when it is worth it; a lone writer is never waited for. */
  void await() throws InterruptedException {
    if (isSlow() && hasCompany()) {
      intake.gather(answered, Math.min(commitNanos / PART, mostNanos));
    }
  }
}
