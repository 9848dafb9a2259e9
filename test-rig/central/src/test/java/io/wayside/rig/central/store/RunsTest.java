// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final List<JournalRecord> CHAIN = Samples.chain("g", "s", 60);

  private static int add(Runs runs, JournalRecord record) {
    return runs.add(record.id().sequence(), record.previousHash(), record.hash());
  }

  @Test
  void numbersInOrderAreOneRun() {
    Runs runs = new Runs(List.of());
    CHAIN.forEach(record -> assertThat(add(runs, record)).isZero());
    assertThat(runs.all()).containsExactly(new Run(1, 60, Samples.ORIGIN, CHAIN.get(59).hash()));
  }

  @Test
  void aLinkThatDoesNotHoldIsFoundFromBelowAndFromAbove() {
    String strange = "ab".repeat(32);
    Runs runs = new Runs(List.of());
    add(runs, CHAIN.get(2));
    add(runs, CHAIN.get(4));
    assertThat(runs.add(4, strange, strange)).isEqualTo(2);
    assertThat(new Runs(List.of()).add(1, strange, strange)).isEqualTo(1);
    assertThat(new Runs(List.of()).add(2, strange, strange)).isZero();
  }

  @Test
  void theHighestNumberThereIsDoesNoHarm() {
    Runs runs = new Runs(List.of());
    assertThat(runs.add(Long.MAX_VALUE, "a", "b")).isZero();
    assertThat(runs.contains(Long.MAX_VALUE)).isTrue();
    assertThat(runs.contains(1)).isFalse();
  }

  /** The table is a map here: what is gone is removed, what is come is put in. */
  @Test
  void inWhateverOrderAndPortionsTheTableEndsAsTheSetOfNumbers() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TreeMap<Long, Run> table = new TreeMap<>();
      BitSet oracle = new BitSet();
      for (int portion = 0; portion < 12; portion++) {
        Runs runs = new Runs(new ArrayList<>(table.values()));
        for (int i = random.nextInt(9); i >= 0; i--) {
          JournalRecord record = CHAIN.get(random.nextInt(CHAIN.size()));
          int number = (int) record.id().sequence();
          assertThat(runs.contains(number)).isEqualTo(oracle.get(number));
          if (!oracle.get(number)) {
            assertThat(add(runs, record)).isZero();
            oracle.set(number);
          }
        }
        runs.gone().forEach(table::remove);
        runs.come().forEach(run -> assertThat(table.put(run.first(), run)).isNull());
        assertThat(new ArrayList<>(table.values())).isEqualTo(expected(oracle));
      }
    }
  }

  private static List<Run> expected(BitSet oracle) {
    List<Run> runs = new ArrayList<>();
    for (int first = oracle.nextSetBit(0); first >= 0; ) {
      int end = oracle.nextClearBit(first);
      runs.add(
          new Run(first, end - 1, CHAIN.get(first - 1).previousHash(), CHAIN.get(end - 2).hash()));
      first = oracle.nextSetBit(end);
    }
    return runs;
  }
}
