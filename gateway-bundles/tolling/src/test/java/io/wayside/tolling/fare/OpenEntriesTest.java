// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenEntriesTest {

  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");

  private static EntryPoint entry(int n) {
    return new EntryPoint("1001", T0.plusSeconds(n), "g/toll.l/" + n);
  }

  @Test
  void aSecondEntryClosesTheFirstAsNoExit() {
    OpenEntries entries = new OpenEntries(Passback.CLOSE_OLD, 10);
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.PASS);
    entries.entered("a", entry(1));
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.PASS_FLAGGED);
    Entries.Change change = entries.entered("a", entry(2));
    assertThat(change.counts()).isTrue();
    assertThat(change.ended())
        .containsExactly(new Entries.Ended("a", entry(1), Entries.Why.NO_EXIT));
    assertThat(entries.left("a")).contains(entry(2));
    assertThat(entries.left("a")).isEmpty();
  }

  @Test
  void aSecondEntryIsHeld() {
    OpenEntries entries = new OpenEntries(Passback.HOLD, 10);
    entries.entered("a", entry(1));
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.HOLD);
    assertThat(entries.mayEnter("b")).isEqualTo(Entries.Answer.PASS);
  }

  @Test
  void aSecondEntryIsAllowedAndTheFirstGoesOnCounting() {
    OpenEntries entries = new OpenEntries(Passback.ALLOW_AND_FLAG, 10);
    entries.entered("a", entry(1));
    assertThat(entries.mayEnter("a")).isEqualTo(Entries.Answer.PASS_FLAGGED);
    assertThat(entries.entered("a", entry(2)).counts()).isFalse();
    assertThat(entries.openOf("a")).contains(entry(1));
  }

  @Test
  void aFullStoreEndsTheOldestAndSaysSo() {
    OpenEntries entries = new OpenEntries(Passback.HOLD, 2);
    entries.entered("a", entry(1));
    entries.entered("b", entry(2));
    assertThat(entries.entered("c", entry(3)).ended())
        .containsExactly(new Entries.Ended("a", entry(1), Entries.Why.NO_ROOM));
    assertThat(entries.size()).isEqualTo(2);
    assertThatThrownBy(() -> new OpenEntries(Passback.HOLD, 0)).hasMessageContaining("keeps none");
  }

  @Test
  void behavesAsAListThatIsSearched() {
    for (Passback policy : Passback.values()) {
      Random random = new Random(5);
      OpenEntries entries = new OpenEntries(policy, 8);
      List<Entries.Ended> list = new ArrayList<>(); // tag and entry, oldest first
      for (int i = 0; i < 20_000; i++) {
        String tag = "t" + random.nextInt(12);
        boolean in = list.stream().anyMatch(one -> one.tag().equals(tag));
        assertThat(entries.openOf(tag).isPresent()).isEqualTo(in);
        switch (random.nextInt(10)) {
          case 0 -> {
            Instant limit = T0.plusSeconds(i - random.nextInt(20));
            int old = (int) list.stream().filter(e -> e.entry().at().isBefore(limit)).count();
            assertThat(entries.endOlderThan(limit)).hasSize(old);
            list.removeIf(e -> e.entry().at().isBefore(limit));
          }
          case 1, 2, 3 -> {
            assertThat(entries.left(tag).isPresent()).isEqualTo(in);
            list.removeIf(e -> e.tag().equals(tag));
          }
          default -> {
            Entries.Change change = entries.entered(tag, entry(i));
            assertThat(change.counts()).isEqualTo(!in || policy != Passback.ALLOW_AND_FLAG);
            if (change.counts()) {
              change.ended().forEach(end -> list.removeIf(e -> e.tag().equals(end.tag())));
              list.add(new Entries.Ended(tag, entry(i), Entries.Why.NO_EXIT));
            }
          }
        }
        assertThat(entries.size()).isEqualTo(list.size()).isLessThanOrEqualTo(8);
      }
    }
  }
}
