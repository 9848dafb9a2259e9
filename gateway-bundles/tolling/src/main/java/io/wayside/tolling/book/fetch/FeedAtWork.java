// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.book.feed.FetchPace;
import io.wayside.tolling.book.store.ListDrop.News;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A feed that is asked again and again, one time after the other. */
public final class FeedAtWork {

  private static final Logger LOG = LoggerFactory.getLogger(FeedAtWork.class);

  /** One failure is a network; people are told of the third. */
  private static final int FAILURES_TOLD = 3;

  /** What is worth going on with at once. */
  private static final long GOOD_PIECE_BYTES = 256 * 1024;

  private final String id;
  private final ListFetch fetch;
  private final FetchPace pace;
  private final TimeSource time;
  private final Consumer<News> news;
  private final ScheduledExecutorService thread;
  private volatile Optional<String> trouble = Optional.empty();

  /**
   * @param news told on one of the threads
   * @param thread whoever gave it stops it
   */
  public FeedAtWork(
      String id,
      ListFetch fetch,
      FetchPace pace,
      TimeSource time,
      Consumer<News> news,
      ScheduledExecutorService thread) {
    this.id = id;
    this.fetch = fetch;
    this.pace = pace;
    this.time = time;
    this.news = news;
    this.thread = thread;
  }

  public void start() {
    in(pace.begin());
  }

  /** Why nothing new is fetched; empty while it is, or has not failed often. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void in(Duration wait) {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(this::turn, wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void turn() {
    long before = fetch.brought();
    try {
      fetch.round(time.now().wall(), news);
      if (pace.failures() > 0) {
        LOG.info("{}: lists are fetched again", id);
      }
      trouble = Optional.empty();
      in(pace.afterSuccess());
    } catch (FeedTrouble.Away away) {
      failed(away, away.asked(), before);
    } catch (FeedTrouble | IOException | RuntimeException fault) {
      failed(fault, Optional.empty(), before);
    } catch (InterruptedException stopping) {
      LOG.debug("{}: stopped while fetching", id);
    } catch (Error fault) { // the executor would keep it to itself, and never ask again
      LOG.error("{}: fetching lists has a fault in itself, report it", id, fault);
      trouble = Optional.of("a fault of the software, report it with the log: " + fault);
      in(pace.afterFailure(Optional.empty(), false));
    }
  }

  private void failed(Exception why, Optional<Duration> asked, long before) {
    Duration wait = pace.afterFailure(asked, fetch.brought() - before >= GOOD_PIECE_BYTES);
    String words =
        why instanceof RuntimeException ? why.toString() : String.valueOf(why.getMessage());
    if (pace.failures() == 1) {
      LOG.info("{}: lists are fetched later: {}", id, words);
    }
    if (pace.failures() >= FAILURES_TOLD) {
      if (trouble.isEmpty()) {
        LOG.warn("{}: no lists can be fetched", id, why);
      }
      trouble = Optional.of(words);
    }
    in(wait);
  }
}
