// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DutyTest {

  private static final Rhythm ISO_2S =
      new Rhythm(List.of(Phase.lit(Colour.RED, 1_000), Phase.dark(1_000)));

  @Test
  void darkWithoutAnEndIsNoDuty() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Duty(Duty.Mode.DARK, Optional.empty(), "lamp change", OptionalLong.empty()));
  }

  @Test
  void onlyAnotherCharacterHasARhythmOfItsOwn() {
    for (Duty.Mode mode : Duty.Mode.values()) {
      if (mode == Duty.Mode.OTHER_CHARACTER) {
        assertThat(new Duty(mode, Optional.of(ISO_2S), "trial", OptionalLong.of(7)).rhythm())
            .contains(ISO_2S);
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Duty(mode, Optional.of(ISO_2S), "trial", OptionalLong.of(7)));
      }
    }
  }

  @Test
  void dutyHoldsUntilItsEndAlsoWhereTheClockWraps() {
    long end = Long.MIN_VALUE + 5;
    Duty dark = new Duty(Duty.Mode.DARK, Optional.empty(), "lamp change", OptionalLong.of(end));

    assertThat(dark.holds(Long.MAX_VALUE - 5)).isTrue();
    assertThat(dark.holds(end - 1)).isTrue();
    assertThat(dark.holds(end)).isFalse();
    assertThat(Duty.automatic("nothing else is wanted").holds(Long.MAX_VALUE)).isTrue();
  }
}
