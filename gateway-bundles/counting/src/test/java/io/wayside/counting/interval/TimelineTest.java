// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stretches against one bit for each moment. */
class TimelineTest {

  private static final int END = 2_000;

  /** One bit for each moment and cause. */
  private static final class Moments {
    private final Map<String, BitSet> closed = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();

    void begin(String cause, int at) {
      open.merge(cause, at, Math::min);
    }

    void end(String cause, int at) {
      Integer from = open.remove(cause);
      if (from != null && at > from) {
        closed.computeIfAbsent(cause, c -> new BitSet()).set(from, at);
      }
    }

    BitSet covered(int from, int to) {
      BitSet all = new BitSet();
      closed.values().forEach(all::or);
      open.values().forEach(since -> all.set(since, Math.max(since, END * 2)));
      all.clear(0, from);
      all.clear(to, END * 3);
      return all;
    }

    Set<String> causes(int from, int to) {
      Set<String> causes = new HashSet<>();
      closed.forEach(
          (cause, bits) -> {
            int next = bits.nextSetBit(from);
            if (next >= 0 && next < to) {
              causes.add(cause);
            }
          });
      open.forEach(
          (cause, since) -> {
            if (since < to) {
              causes.add(cause);
            }
          });
      return causes;
    }
  }

  @Test
  void whatIsCoveredIsWhatTheMomentsSay() {
    Random random = new Random(1);
    for (int run = 0; run < 200; run++) {
      Timeline timeline = new Timeline(1_000);
      Timeline other = new Timeline(1_000);
      Moments moments = new Moments();
      Moments others = new Moments();
      for (int at = 0; at < END; at += 1 + random.nextInt(30)) {
        boolean first = random.nextBoolean();
        String cause = "cause-" + random.nextInt(5);
        if (random.nextBoolean()) {
          (first ? timeline : other).begin(cause, at);
          (first ? moments : others).begin(cause, at);
        } else {
          (first ? timeline : other).end(cause, at);
          (first ? moments : others).end(cause, at);
        }
      }
      for (int i = 0; i < 60; i++) {
        int from = random.nextInt(END);
        int to = from + 1 + random.nextInt(END - from);
        BitSet covered = moments.covered(from, to);
        assertThat(timeline.within(from, to)).isEqualTo(covered.cardinality());
        assertThat(timeline.touches(from, to)).isEqualTo(!covered.isEmpty());
        assertThat(timeline.causes(from, to)).isEqualTo(moments.causes(from, to));
        BitSet alone = moments.covered(from, to);
        alone.andNot(others.covered(from, to));
        assertThat(timeline.withinBut(other, from, to)).isEqualTo(alone.cardinality());
      }
    }
  }

  @Test
  void aFullTimelineNeverSaysLessThanIsTrue() {
    Random random = new Random(2);
    Timeline small = new Timeline(8);
    Timeline large = new Timeline(10_000);
    int at = 0;
    for (int i = 0; i < 300; i++) {
      int from = at + random.nextInt(20);
      at = from + 1 + random.nextInt(20);
      small.add("outage", from, at);
      large.add("outage", from, at);
      assertThat(small.within(0, at)).isGreaterThanOrEqualTo(large.within(0, at));
    }
    assertThat(small.within(at - 40, at)).isEqualTo(large.within(at - 40, at));
  }

  @Test
  void whatIsForgottenIsBeforeTheMoment() {
    Timeline timeline = new Timeline(10);
    timeline.add("a", 0, 10);
    timeline.add("b", 20, 30);
    timeline.forgetBefore(15);

    assertThat(timeline.within(0, 40)).isEqualTo(10);
    timeline.forgetBefore(25);
    assertThat(timeline.within(0, 40)).isEqualTo(10);
  }

  @Test
  void anEndWithoutABeginningAndAStretchOfNothingAreNothing() {
    Timeline timeline = new Timeline(10);
    timeline.end("never began", 10);
    timeline.add("empty", 5, 5);
    timeline.add("backwards", 9, 4);

    assertThat(timeline.touches(0, 100)).isFalse();
  }
}
