// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberSetTest {

  @Test
  void anEmptySetHasNothingAndMissesNothing() {
    NumberSet none = new NumberSet();
    assertThat(none.count()).isZero();
    assertThat(none.highest()).isZero();
    assertThat(none.missing()).isZero();
    assertThat(none.gaps(10)).isEmpty();
  }

  @Test
  void whatIsMissingBeforeTheFirstCountsAsMissing() {
    NumberSet set = new NumberSet();
    set.add(5);
    assertThat(set.missing()).isEqualTo(4);
    assertThat(set.contiguousThrough()).isZero();
    assertThat(set.gaps(10)).containsExactly(new Range(1, 4));
  }

  @Test
  void aRangeThatClosesAGapJoinsItsNeighbours() {
    NumberSet set = new NumberSet();
    set.add(new Range(1, 3));
    set.add(new Range(7, 9));
    assertThat(set.add(new Range(3, 7))).isEqualTo(3);
    assertThat(set.contiguousThrough()).isEqualTo(9);
    assertThat(set.count()).isEqualTo(9);
  }

  @Test
  void theHighestNumberThereIsDoesNoHarm() {
    NumberSet set = new NumberSet();
    assertThat(set.add(Long.MAX_VALUE)).isTrue();
    assertThat(set.add(Long.MAX_VALUE)).isFalse();
    assertThat(set.gaps(1)).containsExactly(new Range(1, Long.MAX_VALUE - 1));
  }

  @Test
  void agreesWithABitSetWhateverIsAdded() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int most = 1 + random.nextInt(80);
      NumberSet set = new NumberSet();
      BitSet oracle = new BitSet();
      for (int step = 0; step < 100; step++) {
        int first = 1 + random.nextInt(most);
        int last = Math.min(most, first + (random.nextBoolean() ? 0 : random.nextInt(8)));
        int before = oracle.cardinality();
        oracle.set(first, last + 1);
        assertThat(set.add(new Range(first, last))).isEqualTo(oracle.cardinality() - before);
        assertSame(set, oracle, most);
      }
    }
  }

  private static void assertSame(NumberSet set, BitSet oracle, int most) {
    int highest = oracle.length() - 1;
    assertThat(set.count()).isEqualTo(oracle.cardinality());
    assertThat(set.highest()).isEqualTo(highest);
    assertThat(set.first()).isEqualTo(oracle.nextSetBit(1));
    assertThat(set.contiguousThrough()).isEqualTo(oracle.nextClearBit(1) - 1);
    assertThat(set.missing()).isEqualTo(highest - oracle.cardinality());
    List<Range> gaps = new ArrayList<>();
    for (int from = oracle.nextClearBit(1); from < highest; ) {
      int next = oracle.nextSetBit(from);
      gaps.add(new Range(from, next - 1));
      from = oracle.nextClearBit(next);
    }
    assertThat(set.gaps(most)).isEqualTo(gaps);
    int number = 1 + highest / 2;
    assertThat(set.contains(number)).isEqualTo(oracle.get(number));
  }
}
