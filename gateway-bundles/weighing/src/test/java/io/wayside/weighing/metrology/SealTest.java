// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import static io.wayside.weighing.metrology.Seal.NOT_SEALED;
import static io.wayside.weighing.metrology.Seal.PARAMETERS_UNRECORDED;
import static io.wayside.weighing.metrology.Seal.SEAL_BROKEN;
import static io.wayside.weighing.metrology.Seal.SOFTWARE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import org.junit.jupiter.api.Test;

class SealTest {

  @Test
  void anUnbrokenSealLeavesNoDoubt() {
    assertThat(new Seal(7, "abc").doubts(7, "abcdef").isEmpty()).isTrue();
    assertThat(new Seal(7, "").doubts(7, "whatever").isEmpty()).isTrue();
  }

  @Test
  void everyEventSinceTheSealBreaksIt() {
    assertThat(new Seal(7, "abc").doubts(8, "abcdef")).isEqualTo(Flags.of(SEAL_BROKEN));
    assertThat(new Seal(7, "abc").doubts(6, "abcdef"))
        .as("a counter set back is another journal")
        .isEqualTo(Flags.of(SEAL_BROKEN));
    assertThat(new Seal(7, "abd").doubts(7, "abcdef")).isEqualTo(Flags.of(SOFTWARE_CHANGED));
  }

  @Test
  void withoutSealOrRecordThereIsDoubt() {
    assertThat(new Seal(0, "").doubts(3, "abc")).isEqualTo(Flags.of(NOT_SEALED));
    assertThat(new Seal(7, "").doubts(0, "abc")).isEqualTo(Flags.of(PARAMETERS_UNRECORDED));
  }

  @Test
  void everyDoubtAboutTheSealDisqualifies() {
    Flags all = Flags.of(NOT_SEALED, SEAL_BROKEN, SOFTWARE_CHANGED, PARAMETERS_UNRECORDED);
    assertThat(MotionFlags.disqualifying(all)).hasSize(4);
  }
}
