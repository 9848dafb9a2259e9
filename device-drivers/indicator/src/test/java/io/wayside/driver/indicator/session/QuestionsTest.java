// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.driver.indicator.codec.IndicatorFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are plain numbers: asked every 200, waited for 500. */
class QuestionsTest {

  private final Questions each = new Questions(inquiry(IndicatorFormat.MT_SICS, Asking.NOW));
  private final Questions repeat = new Questions(inquiry(IndicatorFormat.MT_SICS, Asking.REPEAT));

  @ParameterizedTest
  @CsvSource({
    "MT_SICS, USUAL, 'SI<CR><LF>'",
    "MT_SICS, NOW, 'SI<CR><LF>'",
    "MT_SICS, AT_REST, 'S<CR><LF>'",
    "MT_SICS, REPEAT, 'SIR<CR><LF>'",
    "SMA_SCP_0499, USUAL, '<LF>W<CR>'",
    "SMA_SCP_0499, AT_REST, '<LF>P<CR>'",
    "SMA_SCP_0499, REPEAT, '<LF>R<CR>'",
    "HBM_MSV, USUAL, 'MSV?<CR><LF>'",
  })
  void theCommandsAreThoseOfTheProtocols(IndicatorFormat format, Asking asking, String command) {
    assertThat(new Questions(inquiry(format, asking)).due(0))
        .asString(US_ASCII)
        .isEqualTo(command.replace("<CR>", "\r").replace("<LF>", "\n"));
  }

  @Test
  void aDeviceThatSpeaksByItselfIsNeverAsked() {
    for (IndicatorFormat format : IndicatorFormat.values()) {
      Questions questions = new Questions(inquiry(format, Asking.NEVER));
      assertThat(questions.due(1_000_000)).isEmpty();
      assertThat(questions.dueInNanos(1_000_000)).isEqualTo(Long.MAX_VALUE);
    }
    assertThat(Inquiry.usual(IndicatorFormat.ST_GS)).isEqualTo(Inquiry.NONE);
  }

  @Test
  void aCommandTheFormatDoesNotHaveIsRefusedByName() {
    assertThatThrownBy(() -> inquiry(IndicatorFormat.HBM_MSV, Asking.REPEAT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HBM_MSV has no command for asking REPEAT");
    assertThatThrownBy(() -> inquiry(IndicatorFormat.ST_GS, Asking.NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use USUAL");
  }

  @Test
  void anAnswerLetsTheNextQuestionGoAtTheNextInterval() {
    assertThat(each.due(0)).isNotEmpty();
    assertThat(each.due(10)).isEmpty();
    each.answered(30);
    assertThat(each.dueInNanos(30)).isEqualTo(170);
    assertThat(each.due(199)).isEmpty();
    assertThat(each.due(200)).isNotEmpty();
    each.answered(450);
    assertThat(each.due(450)).as("a slow answer does not make it ask faster").isNotEmpty();
  }

  @Test
  void withoutAnAnswerItIsAskedAgainAfterTheTimeOutAndCounted() {
    int asked = 0;
    for (int now = 0; now < 2_000; now += 10) {
      asked += each.due(now).length > 0 ? 1 : 0;
    }
    assertThat(asked).isEqualTo(4);
    assertThat(each.unanswered()).isEqualTo(4);
    each.answered(2_000);
    assertThat(each.unanswered()).isZero();
  }

  @Test
  void aStreamIsAskedForOnceAndAgainOnlyWhenItStops() {
    assertThat(repeat.due(0)).isNotEmpty();
    for (int now = 50; now <= 5_000; now += 50) {
      repeat.answered(now);
      assertThat(repeat.due(now + 20)).isEmpty();
    }
    assertThat(repeat.due(5_499)).isEmpty();
    assertThat(repeat.due(5_500)).isNotEmpty();
  }

  @Test
  void afterTheLineWasOpenedNothingIsAskedBeforeItSettled() {
    assertThat(each.due(0)).isNotEmpty();
    each.from(1_150);
    assertThat(each.due(1_149)).isEmpty();
    assertThat(each.dueInNanos(1_000)).isEqualTo(150);
    assertThat(each.due(1_150)).isNotEmpty();
  }

  private static Inquiry inquiry(IndicatorFormat format, Asking asking) {
    return Inquiry.of(format, asking, 200, 500);
  }
}
