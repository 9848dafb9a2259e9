// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What ffprobe prints, in every order. */
class FrameRateTest {

  @Test
  void theMeanRateIsTakenWhereItIsTold() {
    String said = "r_frame_rate=60/1\navg_frame_rate=24000/1001\n";
    assertThat(FrameRate.in(said).orElseThrow()).isCloseTo(23.976, within(0.001));
    String turned = "avg_frame_rate=24000/1001\nr_frame_rate=60/1\n";
    assertThat(FrameRate.in(turned).orElseThrow()).isCloseTo(23.976, within(0.001));
  }

  @Test
  void withoutAMeanTheRateItWasMadeForIsTaken() {
    assertThat(FrameRate.in("r_frame_rate=25/1\navg_frame_rate=0/0\n")).contains(25.0);
  }

  @Test
  void whatSaysNothingHasNone() {
    assertThat(FrameRate.in("")).isEmpty();
    assertThat(FrameRate.in("r_frame_rate=0/0\navg_frame_rate=0/0\n")).isEmpty();
    assertThat(FrameRate.in("r_frame_rate=90000/1\n")).isEmpty();
    assertThat(FrameRate.in("avg_frame_rate=N/A\n")).isEmpty();
  }
}
