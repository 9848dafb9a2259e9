// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ContactChange.StampedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final long SETTLE = 2_000_000;

  private final Settling settling = new Settling(SETTLE, false);

  private Optional<ContactChange> edge(long nanos, boolean high) {
    return settling.hear(high, nanos, StampedBy.KERNEL);
  }

  @Test
  void aLevelThatLastsIsAChangeWithTheTimeOfItsEdge() {
    settling.begin(false);

    assertThat(edge(10, true)).isEmpty();
    assertThat(settling.settled(10 + SETTLE - 1)).isEmpty();
    assertThat(settling.settled(10 + SETTLE))
        .contains(new ContactChange(10, true, StampedBy.KERNEL));
    assertThat(settling.active()).contains(true);
    assertThat(settling.settled(10 + 9 * SETTLE)).isEmpty();
  }

  @Test
  void bouncingIsOneChangeFromItsLastEdgeOn() {
    settling.begin(false);
    for (long t = 0; t < 10; t++) {
      assertThat(edge(t * 100_000, t % 2 == 0)).isEmpty();
    }
    assertThat(edge(1_000_000, true)).isEmpty();

    assertThat(settling.settled(1_000_000 + SETTLE))
        .contains(new ContactChange(1_000_000, true, StampedBy.KERNEL));
  }

  @Test
  void aSpikeIsNotTold() {
    settling.begin(false);
    edge(0, true);
    edge(SETTLE - 1, false);

    assertThat(settling.settled(99 * SETTLE)).isEmpty();
    assertThat(settling.active()).contains(false);
  }

  @Test
  void anEdgeThatComesLateSettlesTheOneBefore() {
    settling.begin(false);
    edge(0, true);

    assertThat(edge(5 * SETTLE, false)).contains(new ContactChange(0, true, StampedBy.KERNEL));
    assertThat(settling.settled(6 * SETTLE))
        .contains(new ContactChange(5 * SETTLE, false, StampedBy.KERNEL));
  }

  @Test
  void withoutASettlingTimeEachEdgeIsAChangeAtOnce() {
    Settling quick = new Settling(0, true);
    quick.begin(true);

    assertThat(quick.active()).contains(false);
    assertThat(quick.hear(false, 5, StampedBy.KERNEL))
        .contains(new ContactChange(5, true, StampedBy.KERNEL));
    assertThat(quick.hear(false, 6, StampedBy.KERNEL)).isEmpty();
    assertThat(quick.hear(true, 7, StampedBy.KERNEL))
        .contains(new ContactChange(7, false, StampedBy.KERNEL));
  }

  @Test
  void aLostLineHasNoState() {
    settling.begin(true);
    edge(0, false);
    settling.lose();

    assertThat(settling.active()).isEmpty();
    assertThat(settling.settled(99 * SETTLE)).isEmpty();
    assertThat(edge(99 * SETTLE, true)).isEmpty();
  }

  @Test
  void saysHowLongToWait() {
    settling.begin(false);
    assertThat(settling.untilSettledNanos(0, 100)).isEqualTo(100);
    edge(0, true);
    assertThat(settling.untilSettledNanos(500_000, 100_000_000)).isEqualTo(SETTLE - 500_000);
    assertThat(settling.untilSettledNanos(9 * SETTLE, 100_000_000)).isZero();
  }

  /** The oracle looks at the whole signal at once. */
  @Test
  void tellsExactlyTheLevelsThatLastInAnySignal() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      Settling fresh = new Settling(SETTLE, false);
      fresh.begin(false);
      List<ContactChange> told = new ArrayList<>();
      List<ContactChange> expected = new ArrayList<>();
      long now = 0;
      boolean high = false;
      boolean state = false;
      for (int i = 0; i < 60; i++) {
        now += 1;
        high = !high;
        fresh.hear(high, now, StampedBy.KERNEL).ifPresent(told::add);
        long lasts = random.nextInt(4) == 0 ? SETTLE + random.nextInt(9) : random.nextInt(1_000);
        if (lasts >= SETTLE && high != state) {
          state = high;
          expected.add(new ContactChange(now, high, StampedBy.KERNEL));
        }
        now += lasts;
        if (random.nextBoolean()) {
          fresh.settled(now).ifPresent(told::add);
        }
      }
      fresh.settled(now).ifPresent(told::add);

      assertThat(told).isEqualTo(expected);
    }
  }
}
