// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.Explanation.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompletenessTest {

  private static final StreamKey KEY = new StreamKey("g", "s");

  private static Explanation said(Reason reason, long first, long last, long step) {
    return new Explanation(KEY, reason, first, last, step);
  }

  @Test
  void nothingStoredMissesNothing() {
    assertThat(Completeness.of(List.of(), List.of(said(Reason.LOST, 1, 9, 1))))
        .isEqualTo(new Completeness(0, 0, 0, 0, 0, 0, 0, List.of()));
  }

  @Test
  void thinnedLostAndMissingAreToldApart() {
    Completeness count =
        Completeness.of(
            List.of(new Range(2, 3), new Range(10, 10), new Range(20, 20)),
            List.of(said(Reason.THINNED, 4, 8, 2), said(Reason.LOST, 5, 6, 1)));
    assertThat(count)
        .isEqualTo(
            new Completeness(
                2,
                0,
                20,
                4,
                12,
                3,
                1,
                List.of(new Range(1, 1), new Range(7, 7), new Range(9, 9), new Range(11, 19))));
  }

  @Test
  void anExplanationWithoutEndTakesNoTimeAndExplainsOnlyWhatIsWithin() {
    Completeness count =
        Completeness.of(
            List.of(new Range(1, 1), new Range(Long.MAX_VALUE, Long.MAX_VALUE)),
            List.of(said(Reason.LOST, 2, 1L << 61, 1), said(Reason.THINNED, 2, 1L << 62, 3)));
    assertThat(count.missing()).isPositive();
    assertThat(count.thinned()).isEqualTo(Completeness.MOST_STEPS);
    assertThat(count.count() + count.missing() + count.thinned() + count.lost())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void agreesWithBitSetsWhateverIsStoredAndSaid() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int most = 5 + random.nextInt(100);
      BitSet stored = new BitSet();
      BitSet thinned = new BitSet();
      BitSet lost = new BitSet();
      for (int i = random.nextInt(most); i >= 0; i--) {
        stored.set(1 + random.nextInt(most));
      }
      List<Explanation> said = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int first = 1 + random.nextInt(most);
        int last = first + random.nextInt(30);
        int step = 1 + random.nextInt(4);
        boolean isThinned = random.nextBoolean();
        said.add(said(isThinned ? Reason.THINNED : Reason.LOST, first, last, step));
        for (int n = first; n <= last; n += step) {
          (isThinned ? thinned : lost).set(n);
        }
      }
      Completeness count = Completeness.of(ranges(stored), said);
      BitSet missing = new BitSet();
      missing.set(1, stored.length());
      missing.andNot(stored);
      BitSet thinnedHere = (BitSet) missing.clone();
      thinnedHere.and(thinned);
      BitSet lostHere = (BitSet) missing.clone();
      lostHere.andNot(thinned);
      lostHere.and(lost);
      missing.andNot(thinned);
      missing.andNot(lost);
      assertThat(count)
          .isEqualTo(
              new Completeness(
                  stored.nextSetBit(0),
                  missing.isEmpty() ? stored.length() - 1 : missing.nextSetBit(0) - 1,
                  stored.length() - 1,
                  stored.cardinality(),
                  missing.cardinality(),
                  thinnedHere.cardinality(),
                  lostHere.cardinality(),
                  ranges(missing)));
    }
  }

  private static List<Range> ranges(BitSet numbers) {
    List<Range> ranges = new ArrayList<>();
    for (int first = numbers.nextSetBit(0); first >= 0; ) {
      int end = numbers.nextClearBit(first);
      ranges.add(new Range(first, end - 1));
      first = numbers.nextSetBit(end);
    }
    return ranges;
  }

  @Test
  void recordsOfTheJournalAreUnderstood() {
    assertThat(Explanations.in(Samples.thinned("g", 1, "s", 3, 9, 2)))
        .containsExactly(said(Reason.THINNED, 3, 9, 2));
    assertThat(Explanations.in(Samples.lost("g", 1, "s", 3, 9)))
        .containsExactly(said(Reason.LOST, 3, 9, 1));
    assertThat(Explanations.in(Samples.chain("g", "s", 1).get(0))).isEmpty();
  }

  @Test
  void whatIsNotInTheFormExplainsNothing() {
    Value good = Value.Fields.with("stream", "s").and("first", 1).and("last", 2).build();
    List<Value> runs =
        List.of(
            new Value.Text("x"),
            Value.Fields.with("stream", "s").and("first", 0).and("last", 2).build(),
            Value.Fields.with("stream", "s").and("first", 3).and("last", 2).build(),
            Value.Fields.with("stream", "S /").and("first", 1).and("last", 2).build(),
            Value.Fields.with("stream", "s").and("first", 1.0).and("last", 2).build(),
            Value.Fields.with("stream", "s").and("first", 1).and("last", 2).and("step", 0).build(),
            good);
    assertThat(Explanations.in(thinned(Value.Fields.with("runs", new Value.Many(runs)).build())))
        .hasSize(1);
    assertThat(Explanations.in(thinned(Value.Fields.with("runs", "all").build()))).isEmpty();
    assertThat(Explanations.in(thinned(Value.Fields.with("reason", "quota").build()))).isEmpty();
  }

  private static JournalRecord thinned(Value.Fields body) {
    return Samples.record(
        "g", "journal", 1, Samples.ORIGIN, new RecordKind("journal-thinned", 1), body);
  }
}
