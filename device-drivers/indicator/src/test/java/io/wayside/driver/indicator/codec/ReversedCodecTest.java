// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.driver.indicator.codec.IndicatorFormat.YAOHUA_REVERSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.indicator.codec.Indication.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReversedCodecTest {

  /** The first is the vector of the protocol notes. */
  @ParameterizedTest
  @CsvSource({
    "=0432100, 12340",
    "=043210, 12340",
    "=04321000, 12340",
    "=.0432100, 12340",
    "=05.4321, 1234.50",
    "=021000-, -120",
    "=5.21000-, -12.5",
    "=000000, 0",
  })
  void goldenFrames(String frame, double value) {
    assertThat(Collected.of(YAOHUA_REVERSED, frame + frame + "=").values()).containsExactly(value);
  }

  @Test
  void paddingWithBlanksIsReadWhereverTheSignStands() {
    for (String frame : new String[] {"=0432-  ", "=0432  -"}) {
      assertThat(Collected.of(YAOHUA_REVERSED, frame + frame + "=").values())
          .containsExactly(-2340.0);
    }
  }

  @Test
  void oneFrameAloneProvesNothing() {
    Collected heard = Collected.of(YAOHUA_REVERSED, "=0432100=0532100=0432100=");
    assertThat(heard.indications).isEmpty();
    assertThat(heard.unconfirmed).isEqualTo(3);
  }

  @Test
  void eachFurtherEqualFrameIsHeard() {
    Collected heard = Collected.of(YAOHUA_REVERSED, "=0432100".repeat(5) + "=");
    assertThat(heard.values()).hasSize(4).containsOnly(12340.0);
    assertThat(heard.unconfirmed).isOne();
  }

  @Test
  void equalFramesWithSomethingWrongBetweenThemDoNotConfirmEachOther() {
    Collected heard = Collected.of(YAOHUA_REVERSED, "=0432100=04x2100=0432100=");
    assertThat(heard.indications).isEmpty();
  }

  @Test
  void aLostCharacterNeverBecomesAValueOnTheStrengthOfItsNeighbours() {
    String frame = "=04321000";
    for (int lost = 0; lost < frame.length(); lost++) {
      String damaged = frame.substring(0, lost) + frame.substring(lost + 1);
      Collected heard =
          Collected.of(YAOHUA_REVERSED, frame + frame + damaged + frame + frame + "=");
      assertThat(heard.values()).as("without byte %d", lost).isNotEmpty().containsOnly(12340.0);
    }
  }

  @Test
  void aFrameIsTimedByItsOwnLastByteNotByTheNextEqualSign() {
    IndicatorCodec codec = YAOHUA_REVERSED.newCodec();
    Collected heard = new Collected();
    long now = 0;
    for (String frame : new String[] {"=0432100", "=0432100", "="}) {
      now += 1_000;
      for (int i = 0; i < frame.length(); i++) {
        codec.accept((byte) frame.charAt(i), now, heard);
      }
    }
    assertThat(heard.times).containsExactly(2_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=..00000", "=0.0.000", "=-------", "=0-00000", "=.      ", "=00-0000"})
  void whatIsNoNumberIsUnreadable(String frame) {
    Collected heard = Collected.of(YAOHUA_REVERSED, frame + frame + "=");
    assertThat(heard.indications).isEmpty();
    assertThat(heard.unreadable).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "=1", "=12345", "=123456789", "==", "abc"})
  void framesOfAnotherLengthAreSkipped(String frame) {
    Collected heard = Collected.of(YAOHUA_REVERSED, frame + frame + "=");
    assertThat(heard.indications).isEmpty();
    assertThat(heard.skipped).isEqualTo(2 * frame.length());
  }

  @Test
  void aBlankDisplayIsABlankIndicationAndNoZero() {
    Collected heard = Collected.of(YAOHUA_REVERSED, "=       =       =");
    assertThat(heard.indications).extracting(Indication::range).containsExactly(Range.BLANK);
  }
}
