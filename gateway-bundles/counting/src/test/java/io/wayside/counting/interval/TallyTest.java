// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally();

  private static Counted counted(String vehicleClass, String direction) {
    return new Counted(
        0, vehicleClass, direction, OptionalDouble.empty(), OptionalDouble.empty(), 0, false);
  }

  @Test
  void moreKindsThanAnySchemeHasAreCountedAsOthersAndNoneIsLost() {
    for (int i = 0; i < 1_000; i++) {
      tally.add(counted("class-" + i, "forward"));
    }
    Counts counts = tally.counts();
    int sum =
        counts.byClass().values().stream()
            .flatMap(ways -> ways.values().stream())
            .mapToInt(n -> n)
            .sum();

    assertThat(counts.vehicles()).isEqualTo(1_000);
    assertThat(sum).isEqualTo(1_000);
    assertThat(counts.byClass()).hasSize(257);
    assertThat(counts.byClass().get("other")).containsEntry("unknown", 744);
  }

  @Test
  void aKindThatIsKnownIsStillToldWhenThereIsNoRoomForOthers() {
    for (int i = 0; i < 300; i++) {
      tally.add(counted("class-" + i, "forward"));
    }
    tally.add(counted("class-0", "forward"));

    assertThat(tally.counts().byClass().get("class-0")).containsEntry("forward", 2);
  }

  @Test
  void countsStayAsTheyWereTold() {
    tally.add(counted("2", "forward"));
    Counts early = tally.counts();
    tally.add(counted("2", "forward"));

    assertThat(early.vehicles()).isEqualTo(1);
    assertThat(early.byClass().get("2")).containsEntry("forward", 1);
  }

  @Test
  void lessThanNothingOccupiesNothing() {
    tally.occupied(-5);
    tally.occupied(7);

    assertThat(tally.occupiedNanos()).isEqualTo(7);
  }
}
