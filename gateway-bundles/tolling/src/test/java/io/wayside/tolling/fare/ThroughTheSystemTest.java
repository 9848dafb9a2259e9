// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vehicles in and out of a closed system: entries and fares together. */
class ThroughTheSystemTest {

  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final List<String> STATIONS = List.of("1001", "1002", "1003");

  private final FareTable table = FareDocuments.table("fares-vn-130-2024-example");

  private Priced leave(Entries entries, String tag, String station, Instant at) {
    return table.price(new Journey(station, "out", Optional.of(1), at, entries.left(tag)));
  }

  @Test
  void whoComesInAndGoesOutPaysForTheWay() {
    OpenEntries entries = new OpenEntries(Passback.CLOSE_OLD, 10);
    entries.entered("a", new EntryPoint("1001", NOON, "g/toll.l/1"));
    Priced priced = leave(entries, "a", "1003", NOON.plusSeconds(1_800));
    assertThat(((Priced.Sum) priced).fare().minor()).isEqualTo(56_000); // 42.780 x 1300 = 55614
    assertThat(entries.size()).isZero();
  }

  @Test
  void whoLeavesTwiceHasNoEntryTheSecondTime() {
    OpenEntries entries = new OpenEntries(Passback.CLOSE_OLD, 10);
    entries.entered("a", new EntryPoint("1001", NOON, "g/toll.l/1"));
    leave(entries, "a", "1003", NOON.plusSeconds(1_800));
    Priced again = leave(entries, "a", "1003", NOON.plusSeconds(1_900));
    assertThat(((Priced.ForReview) again).because()).endsWith("review:entry-missing");
  }

  @Test
  void whoWasLetPassAndWentBackIsNotIn() {
    OpenEntries entries = new OpenEntries(Passback.HOLD, 10);
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.PASS);
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.PASS); // asking is not entering
    assertThat(entries.openOf("a")).isEmpty();
  }

  @Test
  void aSecondEntryPaysFromWhereThePolicySays() {
    Map<Passback, Long> expected =
        Map.of(Passback.CLOSE_OLD, 22_000L, Passback.ALLOW_AND_FLAG, 56_000L);
    expected.forEach(
        (policy, minor) -> {
          OpenEntries entries = new OpenEntries(policy, 10);
          entries.entered("a", new EntryPoint("1001", NOON, "g/toll.l/1"));
          entries.entered("a", new EntryPoint("1002", NOON.plusSeconds(60), "g/toll.l/2"));
          Priced priced = leave(entries, "a", "1003", NOON.plusSeconds(900));
          assertThat(((Priced.Sum) priced).fare().minor()).as("%s", policy).isEqualTo(minor);
        });
  }

  @Test
  void everyEntryEndsOnceByAnExitOrByWhatEndsIt() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      OpenEntries entries = new OpenEntries(Passback.CLOSE_OLD, 30);
      Map<String, Integer> ends = new HashMap<>();
      List<String> begun = new ArrayList<>();
      Instant now = NOON;
      for (int i = 0; i < 3_000; i++) {
        now = now.plusSeconds(random.nextInt(120));
        String tag = "t" + random.nextInt(50);
        if (random.nextInt(100) == 0) {
          entries
              .endOlderThan(now.minus(Duration.ofHours(1)))
              .forEach(end -> ends.merge(end.entry().record(), 1, Integer::sum));
        } else if (random.nextInt(3) == 0) {
          entries.left(tag).ifPresent(entry -> ends.merge(entry.record(), 1, Integer::sum));
        } else {
          String record = "g/toll.l/" + (i + 1);
          begun.add(record);
          entries
              .entered(tag, new EntryPoint(STATIONS.get(random.nextInt(3)), now, record))
              .ended()
              .forEach(end -> ends.merge(end.entry().record(), 1, Integer::sum));
        }
      }
      assertThat(ends.values()).containsOnly(1);
      assertThat(ends.size() + entries.size()).isEqualTo(begun.size());
    }
  }
}
