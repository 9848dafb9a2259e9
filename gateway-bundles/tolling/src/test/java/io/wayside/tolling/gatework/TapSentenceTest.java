// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Proof;
import io.wayside.tolling.gate.TapTime;
import io.wayside.tolling.gate.Way;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a card reader's line says. */
class TapSentenceTest {

  @Test
  void aTapHasAWayAndAToken() throws Exception {
    assertThat(TapSentence.parse("TAP,in,0a1b2c3d"))
        .isEqualTo(new TapSentence(Way.IN, "0a1b2c3d", Optional.empty()));
  }

  @Test
  void theMediumMayCarryItsLastTap() throws Exception {
    assertThat(TapSentence.parse("TAP,out,0a1b2c3d,in,st-4,1772409600").carried())
        .contains(
            new Journey(
                Way.IN, "st-4", TapTime.told(Instant.parse("2026-03-02T00:00:00Z")), Proof.TOLD));
    assertThat(TapSentence.parse("TAP,in,0a1b2c3d,out,st-4,0").carried().map(Journey::open))
        .contains(false);
  }

  @Test
  void whatIsNoTapIsRefusedAndNothingElseHappens() {
    Random random = new Random(2);
    String good = "TAP,out,0a1b2c3d,in,st-4,1772409600";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder damaged = new StringBuilder(good);
      for (int k = 0; k <= random.nextInt(4); k++) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(256));
      }
      try {
        assertThat(TapSentence.parse(damaged.toString()).token()).matches("[0-9a-f]{8,64}");
      } catch (GarbledData refused) {
        assertThat(refused).hasMessageContaining("TAP,in,TOKEN");
      }
    }
    assertThatThrownBy(() -> TapSentence.parse("x".repeat(10_000)))
        .isInstanceOf(GarbledData.class)
        .message()
        .hasSizeLessThan(300);
  }
}
