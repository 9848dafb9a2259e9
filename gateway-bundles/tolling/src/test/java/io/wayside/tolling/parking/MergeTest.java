// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import static io.wayside.tolling.parking.SessionStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Lanes that were apart agree, in whatever order and however often they hear of each other. */
class MergeTest {

  private static final int MOST = 10_000;

  /** Sites of lanes, each with a store, in which random things happen. */
  private static final class Site {
    private final Random random;
    private final List<SessionStore> lanes = new ArrayList<>();
    private final List<Fact> all = new ArrayList<>();
    private int minute;

    Site(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        lanes.add(new SessionStore(MOST));
      }
    }

    void step() {
      minute++;
      int at = random.nextInt(lanes.size());
      SessionStore lane = lanes.get(at);
      Instant now = NOON.plusSeconds(60L * minute);
      Key key = new Key(Key.Kind.TAG, "t" + random.nextInt(12));
      List<Session> open = lane.open();
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          SessionId id = lane.next("lane-" + at);
          take(lane, new Fact.Entered(id, new Entry(now, Duration.ZERO, "car", "p1"), key));
        }
        case 3, 4 ->
            lane.find(List.of(key))
                .ifPresent(
                    session ->
                        take(
                            lane,
                            new Fact.Ended(
                                session.id(), new Ending(now, Ending.How.LEFT, "e" + minute))));
        case 5 -> {
          if (!open.isEmpty()) {
            SessionId id = open.get(random.nextInt(open.size())).id();
            take(lane, new Fact.PaidFor(id, new Paid("p" + minute, now, 5, "cash")));
          }
        }
        case 6 -> {
          if (!open.isEmpty()) {
            SessionId id = open.get(0).id();
            take(lane, new Fact.Known(id, new Key(Key.Kind.PLATE, "p" + random.nextInt(12))));
          }
        }
        default -> lane.unite(lanes.get(random.nextInt(lanes.size())).state());
      }
    }

    private void take(SessionStore lane, Fact fact) {
      assertThat(lane.take(fact)).isEqualTo(SessionStore.Taken.YES);
      all.add(fact);
    }
  }

  private static SessionStore.State united(SessionStore.State... states) {
    SessionStore store = new SessionStore(MOST);
    for (SessionStore.State state : states) {
      store.unite(state);
    }
    return store.state();
  }

  private static Site played(long seed, int steps) {
    Site site = new Site(seed);
    for (int i = 0; i < steps; i++) {
      site.step();
    }
    return site;
  }

  @Test
  void unitingHasNoOrderAndTwiceIsOnce() {
    for (long seed = 0; seed < 300; seed++) {
      Site site = played(seed, 60);
      if (seed % 2 == 0) {
        site.lanes.get(1).forget(NOON.plusSeconds(60L * 40));
      }
      SessionStore.State a = site.lanes.get(0).state();
      SessionStore.State b = site.lanes.get(1).state();
      SessionStore.State c = site.lanes.get(2).state();
      SessionStore.State all = united(a, b, c);
      assertThat(united(c, a, b)).as("seed %s", seed).isEqualTo(all);
      assertThat(united(b, c, a, b, b, a)).as("seed %s", seed).isEqualTo(all);
      assertThat(united(united(a, b), c)).as("seed %s", seed).isEqualTo(all);
      assertThat(united(a, united(b, c))).as("seed %s", seed).isEqualTo(all);
      assertThat(united(a, a)).isEqualTo(a);
    }
  }

  @Test
  void whatIsUnitedIsWhatTheFactsSayInAnyOrder() {
    for (long seed = 0; seed < 200; seed++) {
      Site site = played(seed, 80);
      SessionStore.State united =
          united(site.lanes.get(0).state(), site.lanes.get(1).state(), site.lanes.get(2).state());
      List<Fact> shuffled = new ArrayList<>(site.all);
      shuffled.addAll(site.all.subList(0, site.all.size() / 2)); // heard twice
      Collections.shuffle(shuffled, new Random(seed));
      SessionStore rebuilt = new SessionStore(MOST);
      shuffled.forEach(rebuilt::take);
      assertThat(rebuilt.state()).as("seed %s", seed).isEqualTo(united);
    }
  }

  /** Recounted from the bare list of facts, without the store. */
  @Test
  void oneExitEndsExactlyOneStay() {
    int exits = 0;
    for (long seed = 0; seed < 200; seed++) {
      Site site = played(seed, 80);
      SessionStore.State united =
          united(site.lanes.get(0).state(), site.lanes.get(1).state(), site.lanes.get(2).state());
      Map<String, SessionId> endedBy = new HashMap<>();
      for (Session session : united.sessions().values()) {
        for (Ending ending : session.endings()) {
          assertThat(endedBy.put(ending.id(), session.id())).as("seed %s", seed).isNull();
        }
      }
      long facts = site.all.stream().filter(Fact.Ended.class::isInstance).count();
      assertThat(endedBy).hasSize((int) facts);
      exits += endedBy.size();
    }
    assertThat(exits).isGreaterThan(500);
  }

  @Test
  void noKeyIsInsideTwice() {
    for (long seed = 0; seed < 200; seed++) {
      Site site = played(seed, 80);
      SessionStore store = new SessionStore(MOST);
      site.lanes.forEach(lane -> store.unite(lane.state()));
      Map<Key, SessionId> inside = new TreeMap<>();
      for (Session session : store.open()) {
        for (Key key : session.keys()) {
          if (key.kind() == Key.Kind.TAG) {
            assertThat(inside.put(key, session.id())).as("seed %s", seed).isNull();
          }
        }
      }
    }
  }

  @Test
  void whatOneLaneHasForgottenDoesNotComeBackFromAnother() {
    Site site = played(5, 80);
    site.lanes.forEach(lane -> site.lanes.forEach(other -> lane.unite(other.state())));
    SessionStore first = site.lanes.get(0);
    SessionStore second = site.lanes.get(1);
    int before = second.size();
    first.forget(NOON.plusSeconds(60L * 70));
    assertThat(first.size()).isLessThan(before);
    first.unite(second.state());
    assertThat(first.size()).isLessThan(before);
    second.unite(first.state());
    assertThat(second.state()).isEqualTo(first.state());
  }

  @Test
  void numbersThatBecomeContiguousAreKeptAsOne() {
    Seen seen = Seen.nothing();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(3));
    for (int number : numbers) {
      seen = seen.with(new SessionId("in-1", number));
      assertThat(seen.has(new SessionId("in-1", number))).isTrue();
    }
    assertThat(seen.beyond()).isEmpty();
    assertThat(seen.upTo()).containsEntry("in-1", 100L);
    assertThat(seen.has(new SessionId("in-1", 101))).isFalse();
    assertThat(Seen.nothing().with(seen)).isEqualTo(seen);
    assertThat(new Seen(new TreeMap<>(), new TreeSet<>())).isEqualTo(Seen.nothing());
  }
}
