// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.shift.RandomLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the office does: posted at least once, counted once, in order per lane. */
class PosterTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Set<String> WANTED =
      Set.of("toll-passage", "toll-correction", "toll-violation", "toll-unproven");

  private final Set<String> rejected = new HashSet<>();
  private final List<Integer> failures = new ArrayList<>();

  private final OfficeNews news =
      new OfficeNews() {
        @Override
        public void rejected(JournalRecord record, String reason) {
          assertThat(reason).isEqualTo("unknown tag");
          rejected.add(record.id().toString());
        }

        @Override
        public void troubled(String stream, OfficeTrouble trouble, int count) {
          failures.add(count);
        }
      };

  private static ListedOutbox outbox(long seed, int lanes, int many) {
    List<List<JournalRecord>> all = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      all.add(new ArrayList<>(new RandomLane(seed + lane, "lane-" + lane).write(many, 0.01)));
    }
    ListedOutbox outbox = new ListedOutbox();
    Random random = new Random(seed);
    while (all.stream().anyMatch(list -> !list.isEmpty())) {
      List<JournalRecord> one = all.get(random.nextInt(lanes));
      if (!one.isEmpty()) {
        outbox.all.add(one.remove(0));
      }
    }
    return outbox;
  }

  private static boolean isWanted(JournalRecord record) {
    return WANTED.contains(record.kind().name());
  }

  /** Turns until nothing is left; the time of the end. */
  private static long run(Poster poster, long from) throws Exception {
    long now = from;
    for (int turn = 0; turn < 200_000; turn++) {
      long next = poster.turn(now);
      if (next == Long.MAX_VALUE) {
        return now;
      }
      assertThat(next).isGreaterThanOrEqualTo(now);
      now = Math.max(next, now + 1);
    }
    throw new AssertionError("it does not come to an end; " + poster.held() + " are held");
  }

  private static PostingRules rules(int most) {
    return new PostingRules(most, 20, 100, 40, Duration.ofSeconds(2), Duration.ofMinutes(5));
  }

  @Test
  void whateverTheOfficeDoesEachIsCountedOnceAndInOrder() throws Exception {
    for (long seed = 0; seed < 40; seed++) {
      ListedOutbox outbox = outbox(seed * 10, 3, 100);
      WildOffice office = new WildOffice(seed, (seed % 10) / 11.0);
      rejected.clear();
      Poster poster = new Poster(outbox.source(), office, rules(60), news, new Random(seed), 0);
      run(poster, 0);
      assertThat(outbox.backlog()).isZero();
      assertThat(poster.held()).isZero();
      assertThat(office.outOfOrder).as("seed %d", seed).isFalse();
      for (JournalRecord record : outbox.all) {
        String key = record.id().stream() + "/" + record.id().sequence();
        boolean refused = isWanted(record) && WildOffice.isRefused(record);
        assertThat(office.counted.getOrDefault(key, 0))
            .as("seed %d %s", seed, key)
            .isEqualTo(isWanted(record) && !refused ? 1 : 0);
        assertThat(rejected.contains(record.id().toString())).isEqualTo(refused);
      }
    }
  }

  @Test
  void whatWasNotSettledBeforeARestartIsPostedAfterIt() throws Exception {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      ListedOutbox outbox = outbox(seed, 2, 120);
      WildOffice office = new WildOffice(seed, 0.4);
      long now = 0;
      for (int start = 0; start < 6; start++) {
        Poster poster = new Poster(outbox.source(), office, rules(30), news, random, now);
        for (int turn = random.nextInt(8); turn > 0; turn--) {
          now = Math.max(now + SECOND, Math.min(poster.turn(now), now + 600 * SECOND));
        }
      }
      run(new Poster(outbox.source(), office, rules(30), news, random, now), now);
      assertThat(outbox.backlog()).isZero();
      assertThat(office.outOfOrder).isFalse();
      assertThat(office.counted.values()).containsOnly(1);
      assertThat(office.counted.size())
          .isEqualTo(
              (int)
                  outbox.all.stream().filter(r -> isWanted(r) && !WildOffice.isRefused(r)).count());
    }
  }

  @Test
  void theTriesBecomeRarerAndAreNeverAtTheSameMoments() throws Exception {
    ListedOutbox outbox = outbox(1, 1, 50);
    WildOffice office = new WildOffice(1, 0);
    office.down = true;
    Poster poster = new Poster(outbox.source(), office, rules(60), news, new Random(1), 0);
    List<Long> waits = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20; i++) {
      long next = poster.turn(now);
      waits.add(next - now);
      now = next;
    }
    assertThat(waits.get(0)).isBetween(SECOND, 2 * SECOND);
    assertThat(waits.get(1)).isBetween(2 * SECOND, 4 * SECOND);
    assertThat(waits.subList(10, 20)).allMatch(w -> w >= 150 * SECOND && w <= 300 * SECOND);
    assertThat(new HashSet<>(waits.subList(10, 20))).hasSize(10);
    assertThat(failures).startsWith(1, 2, 3);
    office.down = false;
    run(poster, now);
    assertThat(outbox.backlog()).isZero();
  }

  @Test
  void noMoreIsSentInASecondThanIsAllowed() throws Exception {
    ListedOutbox outbox = outbox(2, 2, 800);
    WildOffice office = new WildOffice(2, 0);
    Poster poster = new Poster(outbox.source(), office, rules(200), news, new Random(2), 0);
    long now = 0;
    while (true) {
      long next = poster.turn(now);
      assertThat(office.records).isLessThanOrEqualTo((int) (40 + now / 1e9 * 100 + 1));
      assertThat(poster.held()).isLessThanOrEqualTo(2 * 200);
      if (next == Long.MAX_VALUE) {
        break;
      }
      now = Math.max(next, now + 1);
    }
    assertThat(office.records).isGreaterThan(800);
    assertThat(now).isGreaterThan(7 * SECOND);
  }

  @Test
  void aRecordThatSilencesTheOfficeStandsAloneInTheEnd() throws Exception {
    ListedOutbox outbox = outbox(3, 1, 60);
    List<Integer> sizes = new ArrayList<>();
    BackOffice mute =
        new BackOffice() {
          @Override
          public List<Settled> post(LaneRange range) throws OfficeTrouble {
            sizes.add(range.records().size());
            throw new OfficeTrouble.Silent("choked");
          }

          @Override
          public List<Settled> status(LaneRange range) {
            return List.of();
          }

          @Override
          public ListAnswer list(ListQuestion question) {
            throw new UnsupportedOperationException("no list here");
          }
        };
    Poster poster = new Poster(outbox.source(), mute, rules(60), news, new Random(3), 0);
    long now = 0;
    for (int i = 0; i < 40; i++) {
      now = poster.turn(now);
    }
    assertThat(sizes).startsWith(20, 10, 5, 2, 1, 1);
    assertThat(outbox.acknowledged).allMatch(id -> !isWanted(find(outbox, id.toString())));
  }

  private static JournalRecord find(ListedOutbox outbox, String id) {
    return outbox.all.stream().filter(r -> r.id().toString().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void grantsAndHealthAreNotForTheOffice() throws Exception {
    ListedOutbox outbox = outbox(4, 1, 100);
    outbox.all.removeIf(PosterTest::isWanted);
    WildOffice office = new WildOffice(4, 0);
    Poster poster = new Poster(outbox.source(), office, rules(60), news, new Random(4), 0);
    assertThat(poster.turn(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(office.posts).isZero();
    assertThat(outbox.backlog()).isZero();
    assertThat(outbox.all).anyMatch(record -> record.kind().equals(TollRecords.GRANT));
    outbox.all.addAll(outbox(5, 1, 10).all);
    poster.woken();
    poster.turn(SECOND); // asks what it has
    poster.turn(2 * SECOND);
    assertThat(office.posts).isPositive();
  }
}
