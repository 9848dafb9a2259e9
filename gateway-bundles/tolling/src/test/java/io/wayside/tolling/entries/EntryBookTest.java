// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.fare.Entries;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.KnownEntry.Source;
import io.wayside.tolling.fare.Passback;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryBookTest {

  private static final Instant T0 = Instant.parse("2026-11-22T00:00:00Z");

  static TagNumber tag(int n) {
    return new TagNumber("%024x".formatted(n), 96);
  }

  static Crossing crossing(int tag, boolean in, int second) {
    return new Crossing(
        tag(tag),
        in,
        new EntryPoint(in ? "1001" : "1003", T0.plusSeconds(second), "g/toll.l/" + (second + 1)),
        false);
  }

  @Test
  void theOrderInWhichItIsToldDoesNotMatter() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Crossing> all = new ArrayList<>();
      for (int second = 0; second < 120; second++) {
        all.add(crossing(random.nextInt(12), random.nextInt(3) > 0, second));
      }
      List<Crossing> told = new ArrayList<>(all);
      all.stream().filter(one -> random.nextInt(4) == 0).forEach(told::add); // told twice
      Collections.shuffle(told, random);
      EntryBook book = new EntryBook(Passback.CLOSE_OLD, 100);
      told.forEach(one -> book.crossed(one, Source.PUSHED));
      for (int n = 0; n < 12; n++) {
        TagNumber tag = tag(n);
        Optional<Crossing> last =
            all.stream()
                .filter(one -> one.tag().equals(tag))
                .max(Comparator.comparing(one -> one.point().at()));
        Optional<EntryPoint> expected = last.filter(Crossing::in).map(Crossing::point);
        assertThat(book.openOf(tag).map(KnownEntry::point)).as("seed %d", seed).isEqualTo(expected);
        assertThat(book.mayEnter(tag))
            .isEqualTo(expected.isPresent() ? Entries.Answer.PASS_FLAGGED : Entries.Answer.PASS);
      }
    }
  }

  @Test
  void anEntryThatTheTagHasLeftSinceIsNotOpenedAgain() {
    EntryBook book = new EntryBook(Passback.HOLD, 10);
    book.crossed(crossing(1, false, 50), Source.OWN_LANE);
    book.crossed(crossing(1, true, 20), Source.PUSHED);
    assertThat(book.mayEnter(tag(1))).isEqualTo(Entries.Answer.PASS);
    book.crossed(crossing(1, true, 60), Source.PUSHED);
    assertThat(book.mayEnter(tag(1))).isEqualTo(Entries.Answer.HOLD);
    assertThat(book.openOf(tag(1)).orElseThrow().source()).isEqualTo(Source.PUSHED);
  }

  @Test
  void anExitFromBeforeAnEntryLeavesItOpen() {
    EntryBook book = new EntryBook(Passback.CLOSE_OLD, 10);
    book.crossed(crossing(1, true, 60), Source.OWN_LANE);
    book.crossed(crossing(1, false, 50), Source.PUSHED);
    assertThat(book.openOf(tag(1))).isPresent();
    book.crossed(crossing(1, false, 61), Source.PUSHED);
    assertThat(book.openOf(tag(1))).isEmpty();
  }

  @Test
  void theFirstOfTwoEntriesGoesOnCountingWhereTheSiteSaysSo() {
    EntryBook book = new EntryBook(Passback.ALLOW_AND_FLAG, 10);
    book.crossed(crossing(1, true, 1));
    book.crossed(crossing(1, true, 2));
    assertThat(book.openOf(tag(1)).orElseThrow().point().at()).isEqualTo(T0.plusSeconds(1));
  }

  @Test
  void itIsBoundedAndCountsWhatEndsWithoutAnExit() {
    EntryBook book = new EntryBook(Passback.CLOSE_OLD, 100);
    for (int n = 0; n < 150; n++) {
      book.crossed(crossing(n, true, n));
    }
    book.crossed(crossing(149, true, 200));
    book.endOlderThan(T0.plusSeconds(60));
    assertThat(book.count()).isEqualTo(new EntryBook.Count(90, 1, 10, 50));
    assertThat(book.openOf(tag(0))).isEmpty();
    assertThat(book.openOf(tag(59))).isEmpty();
    assertThat(book.openOf(tag(60))).isPresent();
    for (int n = 0; n < 10_000; n++) {
      book.crossed(crossing(1_000 + n, false, n));
    }
    assertThat(book.count().open()).isEqualTo(90);
  }

  @Test
  void itIsReadyWhenItWasToldSo() {
    EntryBook book = new EntryBook(Passback.CLOSE_OLD, 100);
    assertThat(book.isReady()).isFalse();
    book.ready();
    assertThat(book.isReady()).isTrue();
  }
}
