// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pairs against every way there is to pair few. */
class PairsTest {

  static Passing at(double timeS) {
    OptionalDouble none = OptionalDouble.empty();
    return new Passing(timeS, "A", "left", "light", none, none, none, none);
  }

  private static List<Passing> all(double... times) {
    List<Passing> all = new ArrayList<>();
    for (double time : times) {
      all.add(at(time));
    }
    return all;
  }

  /** The best of all ways: most pairs first, then least time apart. */
  private static double[] best(List<Passing> events, List<Passing> truths, double within) {
    if (events.isEmpty()) {
      return new double[] {0, 0};
    }
    Passing first = events.get(0);
    List<Passing> rest = events.subList(1, events.size());
    double[] best = best(rest, truths, within);
    for (int k = 0; k < truths.size(); k++) {
      double apart = Math.abs(first.timeS() - truths.get(k).timeS());
      if (apart <= within) {
        List<Passing> others = new ArrayList<>(truths);
        others.remove(k);
        double[] with = best(rest, others, within);
        double count = with[0] + 1;
        double sum = with[1] + apart;
        if (count > best[0] || (count == best[0] && sum < best[1])) {
          best = new double[] {count, sum};
        }
      }
    }
    return best;
  }

  @Test
  void noOtherWayPairsMoreOrCloser() {
    Random random = new Random(6);
    for (int round = 0; round < 2_000; round++) {
      List<Passing> events = some(random);
      List<Passing> truths = some(random);
      List<Pairs.Pair> pairs = new Pairs(1).of(events, truths);
      double[] best = best(events, truths, 1);

      assertThat((double) pairs.size()).as("round %d", round).isEqualTo(best[0]);
      assertThat(pairs.stream().mapToDouble(Pairs.Pair::apartS).sum())
          .as("round %d", round)
          .isCloseTo(best[1], org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  private static List<Passing> some(Random random) {
    List<Passing> some = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      // Tenths, so that many lie equally far apart.
      some.add(at(random.nextInt(50) / 10.0));
    }
    return some;
  }

  @Test
  void nobodyIsPairedTwice() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Pairs.Pair> pairs = new Pairs(1).of(some(random), some(random));
      Set<Passing> events = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Pairs.Pair pair : pairs) {
        assertThat(pair.apartS()).isLessThanOrEqualTo(1);
        assertThat(events.add(pair.event())).isTrue();
      }
    }
  }

  @Test
  void whatComesFirstDoesNotTakeWhatTheNextNeeds() {
    // In order and greedily, 1.0 would take 1.9 and leave 2.8 without one.
    List<Pairs.Pair> pairs = new Pairs(1).of(all(1.0, 2.8), all(0.2, 1.9));

    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(0).truth().timeS()).isEqualTo(0.2);
  }

  @Test
  void exactlyTheLimitIsWithinIt() {
    assertThat(new Pairs(1).of(all(1.0), all(2.0))).hasSize(1);
    assertThat(new Pairs(1).of(all(1.0), all(2.001))).isEmpty();
  }
}
