// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.driver.gpio.lines.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DebounceTest {

  private static final long SETTLE = 2_000_000;

  private final Debounce debounce = new Debounce(SETTLE, false);

  private static Edge edge(long nanos, boolean high) {
    return new Edge(nanos, high, StampedBy.KERNEL);
  }

  @Test
  void aLevelThatLastsIsAChangeWithTheTimeOfItsEdge() {
    debounce.begin(false);

    assertThat(debounce.edge(edge(10, true))).isNull();
    assertThat(debounce.settled(10 + SETTLE - 1)).isNull();
    assertThat(debounce.settled(10 + SETTLE))
        .isEqualTo(new ContactChange(10, true, StampedBy.KERNEL));
    assertThat(debounce.active()).isTrue();
    assertThat(debounce.settled(10 + 9 * SETTLE)).isNull();
  }

  @Test
  void bouncingIsOneChangeFromItsLastEdgeOn() {
    debounce.begin(false);
    for (long t = 0; t < 10; t++) {
      assertThat(debounce.edge(edge(t * 100_000, t % 2 == 0))).isNull();
    }
    assertThat(debounce.edge(edge(1_000_000, true))).isNull();

    assertThat(debounce.settled(1_000_000 + SETTLE))
        .isEqualTo(new ContactChange(1_000_000, true, StampedBy.KERNEL));
  }

  @Test
  void aSpikeIsNotTold() {
    debounce.begin(false);
    debounce.edge(edge(0, true));
    debounce.edge(edge(SETTLE - 1, false));

    assertThat(debounce.settled(99 * SETTLE)).isNull();
    assertThat(debounce.active()).isFalse();
  }

  @Test
  void anEdgeThatComesLateSettlesTheOneBefore() {
    debounce.begin(false);
    debounce.edge(edge(0, true));

    assertThat(debounce.edge(edge(5 * SETTLE, false)))
        .isEqualTo(new ContactChange(0, true, StampedBy.KERNEL));
    assertThat(debounce.settled(6 * SETTLE))
        .isEqualTo(new ContactChange(5 * SETTLE, false, StampedBy.KERNEL));
  }

  @Test
  void withoutASettlingTimeEachEdgeIsAChangeAtOnce() {
    Debounce quick = new Debounce(0, true);
    quick.begin(true);

    assertThat(quick.active()).isFalse();
    assertThat(quick.edge(edge(5, false))).isEqualTo(new ContactChange(5, true, StampedBy.KERNEL));
    assertThat(quick.edge(edge(6, false))).isNull();
    assertThat(quick.edge(edge(7, true))).isEqualTo(new ContactChange(7, false, StampedBy.KERNEL));
  }

  @Test
  void aLostLineHasNoState() {
    debounce.begin(true);
    debounce.edge(edge(0, false));
    debounce.lose();

    assertThat(debounce.active()).isNull();
    assertThat(debounce.settled(99 * SETTLE)).isNull();
    assertThat(debounce.edge(edge(99 * SETTLE, true))).isNull();
  }

  @Test
  void saysHowLongToWait() {
    debounce.begin(false);
    assertThat(debounce.untilSettledNanos(0, 100)).isEqualTo(100);
    debounce.edge(edge(0, true));
    assertThat(debounce.untilSettledNanos(500_000, 100_000_000)).isEqualTo(SETTLE - 500_000);
    assertThat(debounce.untilSettledNanos(9 * SETTLE, 100_000_000)).isZero();
  }

  /** The oracle looks at the whole signal at once. */
  @Test
  void tellsExactlyTheLevelsThatLastInAnySignal() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      Debounce fresh = new Debounce(SETTLE, false);
      fresh.begin(false);
      List<ContactChange> told = new ArrayList<>();
      List<ContactChange> expected = new ArrayList<>();
      long now = 0;
      boolean high = false;
      boolean state = false;
      for (int i = 0; i < 60; i++) {
        now += 1;
        high = !high;
        add(told, fresh.edge(edge(now, high)));
        long lasts = random.nextInt(4) == 0 ? SETTLE + random.nextInt(9) : random.nextInt(1_000);
        if (lasts >= SETTLE && high != state) {
          state = high;
          expected.add(new ContactChange(now, high, StampedBy.KERNEL));
        }
        now += lasts;
        if (random.nextBoolean()) {
          add(told, fresh.settled(now));
        }
      }
      add(told, fresh.settled(now));

      assertThat(told).isEqualTo(expected);
    }
  }

  private static void add(List<ContactChange> told, ContactChange change) {
    if (change != null) {
      told.add(change);
    }
  }
}
