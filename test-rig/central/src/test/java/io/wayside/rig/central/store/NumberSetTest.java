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
  void ofAnEmptySetEverythingIsMissing() {
    NumberSet none = new NumberSet();
    assertThat(none.count()).isZero();
    assertThat(none.missingFrom(new Range(3, 5), 10)).containsExactly(new Range(3, 5));
    assertThat(none.missingFrom(new Range(3, 5), 0)).isEmpty();
  }

  @Test
  void aRangeThatClosesAGapJoinsItsNeighbours() {
    NumberSet set = new NumberSet();
    set.add(new Range(1, 3));
    set.add(new Range(7, 9));
    assertThat(set.add(new Range(3, 7))).isEqualTo(3);
    assertThat(set.missingFrom(new Range(1, 9), 10)).isEmpty();
    assertThat(set.count()).isEqualTo(9);
  }

  @Test
  void theHighestNumberThereIsDoesNoHarm() {
    NumberSet set = new NumberSet();
    assertThat(set.add(Long.MAX_VALUE)).isTrue();
    assertThat(set.add(Long.MAX_VALUE)).isFalse();
    assertThat(set.missingFrom(new Range(1, Long.MAX_VALUE), 1))
        .containsExactly(new Range(1, Long.MAX_VALUE - 1));
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
        int from = 1 + random.nextInt(most);
        assertSame(set, oracle, new Range(from, from + random.nextInt(most)));
      }
    }
  }

  private static void assertSame(NumberSet set, BitSet oracle, Range range) {
    assertThat(set.count()).isEqualTo(oracle.cardinality());
    List<Range> gaps = new ArrayList<>();
    for (int from = oracle.nextClearBit((int) range.first()); from <= range.last(); ) {
      int next = oracle.nextSetBit(from);
      int end = next < 0 ? (int) range.last() : (int) Math.min(next - 1, range.last());
      gaps.add(new Range(from, end));
      from = oracle.nextClearBit(end + 1);
    }
    assertThat(set.missingFrom(range, Integer.MAX_VALUE)).isEqualTo(gaps);
    assertThat(set.contains(range.first())).isEqualTo(oracle.get((int) range.first()));
  }
}
