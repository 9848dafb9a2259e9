// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.feed.FeedTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long an answer may take. Reading one has no end of its own: whoever is silent for too long,
 * or trickles for too long, has the connection closed under it.
 *
 * @param silence nothing comes
 * @param whole one answer altogether
 * @param watcher closes; must not be the thread that reads
 */
public record Patience(
    Duration silence, Duration whole, TimeSource time, ScheduledExecutorService watcher) {

  Watch watch(InputStream body) {
    return new Watch(body);
  }

  /** Over one answer. */
  final class Watch implements AutoCloseable {
    private final InputStream body;
    private final long begun = time.monotonicNanos();
    private final Future<?> looking;
    private volatile long heard = begun;
    private volatile boolean over;

    private Watch(InputStream body) {
      this.body = body;
      long often = Math.max(1, silence.toMillis() / 4);
      this.looking =
          watcher.scheduleWithFixedDelay(this::look, often, often, TimeUnit.MILLISECONDS);
    }

    private void look() {
      long now = time.monotonicNanos();
      if (now - heard > silence.toNanos() || now - begun > whole.toNanos()) {
        over = true;
        try {
          body.close();
        } catch (IOException alreadyBroken) {
          return; // the reader hears of it
        }
      }
    }

    void progress() {
      heard = time.monotonicNanos();
    }

    /** A stream that was closed under its reader may look as if it had come to its end. */
    void requireInTime() throws FeedTrouble.Away {
      if (over) {
        throw new FeedTrouble.Away(
            "an answer was given up: nothing came for "
                + silence.toSeconds()
                + " s, or it took longer than "
                + whole.toSeconds()
                + " s");
      }
    }

    @Override
    public void close() {
      looking.cancel(false);
    }
  }
}
