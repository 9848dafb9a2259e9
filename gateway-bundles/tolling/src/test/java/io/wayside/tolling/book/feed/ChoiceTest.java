// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.book.ListType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against all ways there are, each gone to its end. */
class ChoiceTest {

  private static Offer offer(long version, long base, long bytes) {
    return new Offer(
        "alpha",
        ListType.BLOCKED,
        version,
        base == 0 ? OptionalLong.empty() : OptionalLong.of(base),
        List.of(new FeedFile("f-" + version + "-" + base + "-" + bytes, bytes)));
  }

  @Test
  void whatIsTooMuchToBeCountedIsNeverSmall() {
    List<FeedFile> files =
        List.of(
            new FeedFile("a", Long.MAX_VALUE),
            new FeedFile("b", Long.MAX_VALUE),
            new FeedFile("c", 100));
    assertThat(new Offer("alpha", ListType.BLOCKED, 1, OptionalLong.empty(), files).bytes())
        .isEqualTo(Long.MAX_VALUE);
  }

  /** Where a way of offers ends, and what it costs. */
  private record End(long version, long bytes) {}

  private static void goOn(long at, long bytes, List<Offer> offers, List<End> ends) {
    ends.add(new End(at, bytes));
    for (Offer offer : offers) {
      boolean fits = offer.base().isEmpty() || offer.base().getAsLong() == at;
      if (fits && offer.version() > at) {
        goOn(offer.version(), bytes + offer.bytes(), offers, ends);
      }
    }
  }

  private static End best(long have, List<Offer> offers) {
    List<End> ends = new ArrayList<>();
    goOn(have, 0, offers, ends);
    return ends.stream()
        .max(
            (one, other) ->
                one.version() != other.version()
                    ? Long.compare(one.version(), other.version())
                    : Long.compare(other.bytes(), one.bytes()))
        .orElseThrow();
  }

  @Test
  void stepByStepItReachesTheHighestVersionWithTheFewestBytes() {
    Random random = new Random(7);
    int several = 0;
    for (int trial = 0; trial < 3_000; trial++) {
      List<Offer> offers = new ArrayList<>();
      int many = random.nextInt(9);
      for (int i = 0; i < many; i++) {
        long version = 1L + random.nextInt(8);
        long base = random.nextInt(3) == 0 ? 0 : random.nextInt((int) version);
        offers.add(offer(version, base, 1 + random.nextInt(40)));
      }
      long have = random.nextInt(5);
      End best = best(have, offers);
      long at = have;
      long bytes = 0;
      int steps = 0;
      Optional<Offer> next = Choice.next(at, offers);
      while (next.isPresent()) {
        Offer step = next.get();
        assertThat(step.base().isEmpty() || step.base().getAsLong() == at).isTrue();
        assertThat(step.version()).isGreaterThan(at);
        at = step.version();
        bytes += step.bytes();
        steps++;
        next = Choice.next(at, offers);
      }
      assertThat(new End(at, bytes)).isEqualTo(best);
      several += steps > 1 ? 1 : 0;
    }
    assertThat(several).as("ways of several steps").isGreaterThan(300);
  }

  @Test
  void nothingNewerIsNothing() {
    assertThat(Choice.next(5, List.of(offer(5, 0, 1), offer(4, 3, 1)))).isEmpty();
    assertThat(Choice.next(5, List.of(offer(9, 8, 1)))).as("a gap").isEmpty();
    assertThat(Choice.next(5, List.of())).isEmpty();
  }
}
