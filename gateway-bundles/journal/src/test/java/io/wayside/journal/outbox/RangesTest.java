// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void agreesWithASetOfBits() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      Ranges ranges = new Ranges(0);
      BitSet bits = new BitSet();
      for (int step = 0; step < 60; step++) {
        int first = 1 + random.nextInt(120);
        int last = first + (random.nextBoolean() ? 0 : random.nextInt(20));
        int before = bits.cardinality();
        if (random.nextInt(4) == 0) {
          bits.clear(first, last + 1);
          assertThat(ranges.remove(first, last)).isEqualTo(before - bits.cardinality());
        } else {
          bits.set(first, last + 1);
          assertThat(ranges.add(first, last)).isEqualTo(bits.cardinality() - before);
        }
        BitSet within = new BitSet();
        for (Ranges.Range range : ranges.within(first, last + 3L)) {
          within.set((int) range.first(), (int) range.last() + 1);
        }
        assertThat(within).isEqualTo(between(bits, first, last + 3));
        for (int n = 1; n < 145; n++) {
          assertThat(ranges.contains(n)).isEqualTo(bits.get(n));
          assertThat(ranges.firstMissingFrom(n)).isEqualTo(bits.nextClearBit(n));
          if (!bits.get(n)) {
            int next = bits.nextSetBit(n);
            assertThat(ranges.lastMissingFrom(n, 145)).isEqualTo(next < 0 ? 145 : next - 1);
          }
        }
        assertThat(ranges.missingUpTo(145)).isEqualTo(145 - bits.cardinality());
        assertThat(ranges.through()).isEqualTo(bits.nextClearBit(1) - 1L);
      }
    }
  }

  private static BitSet between(BitSet bits, int first, int last) {
    BitSet between = new BitSet();
    between.set(first, last + 1);
    between.and(bits);
    return between;
  }

  @Test
  void rangesThatTouchBecomeOne() {
    Ranges ranges = new Ranges(0);
    ranges.add(5, 6);
    ranges.add(9, 9);
    ranges.add(7, 8);
    assertThat(ranges.beyond()).containsExactly(new Ranges.Range(5, 9));
    ranges.add(1, 4);
    assertThat(ranges.through()).isEqualTo(9);
    assertThat(ranges.beyond()).isEmpty();
  }
}
