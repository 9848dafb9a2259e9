// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneAct.Shot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was in the lane without a tag that was surely his own. */
class StrangersTest {

  private static final long SECOND = 1_000_000_000L;

  private final Strangers strangers = new Strangers();

  private boolean any(long fromS, long toS) {
    return strangers.any(fromS * SECOND, toS * SECOND);
  }

  @ParameterizedTest
  @EnumSource(Shot.class)
  void aVehicleIsThereFromItsFirstPictureWhateverThatIsOf(Shot shot) {
    strangers.observe(new LaneAct.Photograph(7, shot), 10 * SECOND);
    assertThat(any(1, 9)).isFalse();
    assertThat(any(9, 11)).isTrue();
    assertThat(any(20, 21)).as("it has no end yet").isTrue();
  }

  @Test
  void aLaterPictureMakesItNoLaterVehicle() {
    strangers.observe(new LaneAct.Photograph(7, Shot.ARMED), 10 * SECOND);
    strangers.observe(new LaneAct.Photograph(7, Shot.HELD), 20 * SECOND);
    strangers.observe(new LaneAct.Photograph(7, Shot.CROSSING), 30 * SECOND);
    assertThat(any(11, 12)).isTrue();
  }
}
