// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.book.feed.FetchPace;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.store.TrialIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of one round, there is a next one, and people hear of what does not pass. */
class FeedAtWorkTest {

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final TimeSource NOW =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 1;
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(TrialIssuer.AS_OF, ClockQuality.synchronisedBy("test"), "boot", nanos);
        }
      };

  /** Turns wait for the test, none for a time. */
  private static final class HandThread extends ScheduledThreadPoolExecutor {
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private long lastDelayMs;

    HandThread() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable turn, long delay, TimeUnit unit) {
      turns.add(turn);
      lastDelayMs = unit.toMillis(delay);
      return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }

  /** A feed whose index is what the test does. */
  private interface Asked {
    Optional<ListFeed.Index> index() throws FeedTrouble;
  }

  @TempDir Path folder;
  private final HandThread thread = new HandThread();
  private Asked asked = Optional::empty;
  private ListStore store;
  private FeedAtWork work;

  @BeforeEach
  void open() throws Exception {
    TrialIssuer issuer = new TrialIssuer("alpha");
    store = ListStore.open(DiskFolder.own(folder.resolve("store")), issuer.keys());
    ListFeed feed =
        new ListFeed() {
          @Override
          public String address() {
            return "https://office.example/lists/";
          }

          @Override
          public Optional<Index> index(Optional<String> read) throws FeedTrouble {
            return asked.index();
          }

          @Override
          public void bring(FeedFile file, PartialFile into) {
            throw new AssertionError("nothing is offered");
          }
        };
    work =
        new FeedAtWork(
            "lists",
            new ListFetch(
                feed, new FetchFolder(folder.resolve("pieces")), issuer.keys(), store, 1_000),
            new FetchPace(EVERY, Duration.ofSeconds(1), LONGEST, new Random(3)),
            NOW,
            news -> {},
            thread);
    work.start();
  }

  @AfterEach
  void close() throws Exception {
    thread.shutdownNow();
    store.close();
  }

  /** One turn, and no more than one waits behind it. */
  private void turn() {
    thread.turns.remove().run();
    assertThat(thread.turns).as("turns that wait").hasSize(1);
  }

  @Test
  void aFaultOfTheSoftwareIsToldAtOnceAndAskedOverAgain() {
    asked =
        () -> {
          throw new StackOverflowError("deep");
        };
    turn();
    assertThat(work.trouble()).hasValueSatisfying(words -> assertThat(words).contains("deep"));
    assertThat(thread.lastDelayMs).isLessThanOrEqualTo(LONGEST.toMillis());
    turn();
    asked = Optional::empty;
    turn();
    assertThat(work.trouble()).isEmpty();
  }

  @Test
  void aNetworkThatFailsIsToldTheThirdTime() {
    asked =
        () -> {
          throw new FeedTrouble.Away("nobody there");
        };
    turn();
    turn();
    assertThat(work.trouble()).isEmpty();
    turn();
    assertThat(work.trouble()).contains("nobody there");
    asked = Optional::empty;
    turn();
    assertThat(work.trouble()).isEmpty();
    assertThat(thread.lastDelayMs).isBetween(EVERY.toMillis() * 9 / 10, EVERY.toMillis() * 11 / 10);
  }
}
