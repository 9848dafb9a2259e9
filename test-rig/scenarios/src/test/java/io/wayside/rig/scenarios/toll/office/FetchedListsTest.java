// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.book.fetch.FetchFolder;
import io.wayside.tolling.book.fetch.HttpFeed;
import io.wayside.tolling.book.fetch.ListFetch;
import io.wayside.tolling.book.fetch.Patience;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over real HTTP: whatever the office does, the list in force is one that it published, whole, and
 * never older than the one before; and in the end it is the newest.
 */
class FetchedListsTest {

  private static final int TAGS = 300;
  private static final int ROUNDS = 40;
  private static final int SEEDS = 5;
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(NOW, ClockQuality.synchronisedBy("rig"), "rig", nanos);
        }
      };

  @TempDir Path folder;
  private final ScheduledExecutorService watcher = Executors.newScheduledThreadPool(1);

  @AfterEach
  void stop() {
    watcher.shutdownNow();
  }

  /** An issuer, what it said in each version, and a gateway that is killed now and then. */
  private final class Run implements AutoCloseable {
    private final Random random;
    private final Path own;
    private final MockBackOffice office;
    private final ListKeys keys;
    private final Map<Long, Map<String, Integer>> said = new HashMap<>();
    private final TreeMap<String, Integer> now = new TreeMap<>();
    private long version;
    private Instant clock = NOW;
    private ListStore store;
    private ListFetch fetch;

    Run(long seed, MockBackOffice office) throws IOException {
      this.random = new Random(seed);
      this.own = folder.resolve("seed-" + seed);
      this.office = office;
      this.keys = ListKeys.of("rig", "main", office.lists().keys().getPublic());
      store = ListStore.open(DiskFolder.own(own.resolve("store")), keys);
      fetch = fetch();
    }

    private ListFetch fetch() throws IOException {
      HttpFeed feed =
          new HttpFeed(
              HttpClient.newHttpClient(),
              office.address("lists"),
              Optional::empty,
              new Patience(Duration.ofMillis(400), Duration.ofSeconds(20), TIME, watcher));
      return new ListFetch(feed, new FetchFolder(own.resolve("pieces")), keys, store, 1 << 24);
    }

    private void restart() throws IOException {
      store.close();
      store = ListStore.open(DiskFolder.own(own.resolve("store")), keys);
      fetch = fetch();
    }

    /** The next version; how it is given out is left to chance, or whole. */
    private void publish(boolean whole) {
      Map<String, Integer> changed = new TreeMap<>();
      int changes = version == 0 ? TAGS : 1 + random.nextInt(40);
      for (int i = 0; i < changes; i++) {
        String tag = tag(random.nextInt(2 * TAGS));
        boolean leaves =
            random.nextInt(4) == 0 && now.containsKey(tag) && !changed.containsKey(tag);
        changed.putIfAbsent(tag, leaves ? 0 : 1 + random.nextInt(5));
      }
      changed.forEach(
          (tag, group) -> {
            if (group == 0) {
              now.remove(tag);
            } else {
              now.put(tag, group);
            }
          });
      version++;
      said.put(version, Map.copyOf(now));
      int how = whole ? 0 : random.nextInt(10);
      if (how == 9) {
        return; // never given out: the next delta has a gap before it
      }
      if (how < 4 || version == 1) {
        office.lists().publish(head(OptionalLong.empty(), 1 + random.nextInt(2)), lines(now));
      }
      if (how > 1 && version > 1) {
        office.lists().publish(head(OptionalLong.of(version - 1), 1), lines(changed));
      }
    }

    private ListHead head(OptionalLong base, int parts) {
      return new ListHead(
          "rig", ListType.ACCOUNTS, version, base, NOW, NOW, 0, now.size(), 0, "", 1, parts);
    }

    private static List<String> lines(Map<String, Integer> tags) {
      List<String> lines = new ArrayList<>();
      tags.forEach((tag, group) -> lines.add(group == 0 ? "-" + tag : tag + " " + group + " ok"));
      return lines;
    }

    /** Whether all that there was to fetch could be fetched. */
    private boolean round() throws IOException, InterruptedException {
      clock = clock.plusSeconds(60);
      try {
        fetch.round(clock, news -> {});
        return true;
      } catch (FeedTrouble trouble) {
        return false;
      }
    }

    private long inForce() {
      return store.shelf().inForce().stream().mapToLong(ListInForce::version).findFirst().orElse(0);
    }

    private void assertAsPublished() {
      Map<String, Integer> expected = said.getOrDefault(inForce(), Map.of());
      ListedTags tags = new ListedTags(tag -> Optional.of("rig"), store::shelf);
      for (int i = 0; i < 2 * TAGS; i++) {
        Finding finding = tags.find(new TagNumber(tag(i), 96));
        Optional<Integer> group = Optional.ofNullable(expected.get(tag(i)));
        assertThat(finding.group()).as("version " + inForce() + ", " + tag(i)).isEqualTo(group);
        assertThat(finding.standing())
            .isEqualTo(group.isPresent() ? Standing.GOOD : Standing.UNLISTED);
      }
    }

    @Override
    public void close() throws IOException {
      store.close();
    }
  }

  private static String tag(int number) {
    return "00a0" + String.format("%020x", 7L * number);
  }

  @Test
  void theListInForceIsAlwaysWholeAndInTheEndTheNewest() throws Exception {
    Set<FeedMischief> seen = new HashSet<>();
    long ranges = 0;
    long unchanged = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      try (MockBackOffice office = new MockBackOffice(() -> Mischief.NONE);
          Run run = new Run(seed, office)) {
        Random random = new Random(100 + seed);
        List<FeedMischief> kinds = List.copyOf(EnumSet.allOf(FeedMischief.class));
        office
            .lists()
            .mischief(
                name ->
                    random.nextInt(5) < 2
                        ? kinds.get(random.nextInt(kinds.size()))
                        : FeedMischief.NONE);
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
          if (random.nextInt(3) == 0 || round == 0) {
            run.publish(false);
          }
          if (random.nextInt(8) == 0) {
            run.restart();
          }
          run.round();
          assertThat(run.inForce()).as("seed " + seed).isGreaterThanOrEqualTo(before);
          before = run.inForce();
          run.assertAsPublished();
        }
        office.lists().mischief(name -> FeedMischief.NONE);
        run.publish(true);
        for (int tries = 0; run.inForce() < run.version; tries++) {
          assertThat(tries).as("seed " + seed).isLessThan(200);
          run.round();
        }
        run.assertAsPublished();
        long sent = office.lists().sent();
        while (!run.round()) {
          sent = office.lists().sent(); // an answer that a busy machine was too slow for
        }
        run.round();
        assertThat(office.lists().sent()).as("nothing is fetched twice").isEqualTo(sent);
        seen.addAll(office.lists().done().keySet());
        ranges += office.lists().ranges();
        unchanged += office.lists().unchanged();
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(FeedMischief.values());
    assertThat(ranges).as("gone on with").isPositive();
    assertThat(unchanged).isPositive();
  }
}
