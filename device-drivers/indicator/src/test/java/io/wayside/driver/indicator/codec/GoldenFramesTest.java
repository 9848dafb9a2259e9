// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.indicator.codec.GoldenFrames.Golden;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFramesTest {

  static Stream<Golden> goldenFrames() {
    return GoldenFrames.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource
  void goldenFrames(Golden golden) {
    Collected heard = Collected.of(golden.format(), GoldenFrames.enough(golden));
    assertThat(heard.indications).hasSize(1);
    Indication read = heard.indications.get(0);
    assertThat(read.range()).isEqualTo(Range.SHOWN);
    assertThat(read.kilograms(MassUnit.KILOGRAM)).isEqualTo(golden.kilograms());
    assertThat(read.motion()).isEqualTo(golden.motion());
    assertThat(read.basis()).isEqualTo(golden.basis());
    assertThat(read.zeroMissing()).isFalse();
    assertThat(heard.skipped + heard.checkFailures + heard.unreadable).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasAGoldenFrame(IndicatorFormat format) {
    assertThat(GoldenFrames.of(format)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void inAStreamEveryFrameIsReadAndNothingElseIsFound(IndicatorFormat format) {
    byte[] stream = GoldenFrames.stream(format);
    List<Double> known = GoldenFrames.of(format).stream().map(Golden::kilograms).toList();
    Collected heard = Collected.of(format, stream);
    assertThat(heard.indications)
        .isNotEmpty()
        .allSatisfy(read -> assertThat(read.kilograms(MassUnit.KILOGRAM)).isIn(known));
    assertThat(heard.skipped + heard.checkFailures + heard.unreadable).isZero();
    int bytes = heard.frames.stream().mapToInt(frame -> frame.length).sum();
    // A fifth of the frames of a format that wants two waits for its second.
    assertThat(bytes).isGreaterThan((GoldenFrames.wantsTwo(format) ? 3 : 4) * stream.length / 5);
  }

  @ParameterizedTest
  @EnumSource
  void aStreamHeardFromTheMiddleLosesOnlyTheCutFrame(IndicatorFormat format) {
    byte[] stream = GoldenFrames.stream(format);
    int whole = Collected.of(format, stream).indications.size();
    for (int from = 1; from < 40; from++) {
      Collected heard = Collected.of(format, Arrays.copyOfRange(stream, from, stream.length));
      // Frames have at least five bytes, so 40 bytes are at most eight; a pair may be torn.
      assertThat(heard.indications.size()).isGreaterThanOrEqualTo(whole - from / 5 - 2);
      assertThat(heard.checkFailures).isZero();
    }
  }
}
