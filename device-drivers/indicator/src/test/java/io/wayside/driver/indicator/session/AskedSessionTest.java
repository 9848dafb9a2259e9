// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.Captured;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;
import org.junit.jupiter.api.Test;

/** Sessions of indicators that are asked, and what formats tell beyond a number. */
class AskedSessionTest {

  private final Captured heard = new Captured();
  private IndicatorSession session = session(IndicatorFormat.MT_SICS, MassUnit.KILOGRAM);
  private int asked;

  @Test
  void itAsksAndReadsTheAnswers() {
    session.opened(0);
    runFor(0, 3_000, "S S     12340 kg\r\n");
    assertThat(heard.readings()).hasSizeBetween(13, 15);
    assertThat(heard.readings())
        .allSatisfy(
            reading -> {
              assertThat(reading.mass()).isEqualTo(new Mass(12_340));
              assertThat(reading.motion()).isEqualTo(Motion.AT_REST);
              assertThat(reading.flags().isEmpty()).isTrue();
            });
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aDeviceThatDoesNotAnswerIsSilentAndTheRemedyIsNamed() {
    session.opened(0);
    runFor(0, 2_500, "");
    assertThat(heard.interruptions()).extracting(Interruption::cause).containsExactly(Cause.SILENT);
    assertThat(session.health().code()).isEqualTo("silent");
    assertThat(session.health().message())
        .contains("scale-1")
        .containsPattern("asked [45] times, no answer for 2000 ms")
        .contains("both data wires")
        .contains("MT_SICS");
    runFor(2_500, 3_500, "S S     12340 kg\r\n");
    assertThat(session.health().status()).as("it was asked all the time").isEqualTo(Status.OK);
  }

  @Test
  void aDeviceThatRefusesIsNotSilentAndItsReasonIsTold() {
    session.opened(0);
    runFor(0, 3_000, "ES\r\n");
    assertThat(heard.readings()).isEmpty();
    assertThat(session.health().message())
        .contains("carries no weight")
        .contains("refuses the command with ES")
        .contains("MT-SICS");
    assertThat(session.counters().withoutWeight()).isGreaterThan(5);
  }

  @Test
  void aUnitThatIsNotKnownGivesNoReadingAndIsNamed() {
    session.opened(0);
    runFor(0, 3_000, "S S       435 oz\r\n");
    assertThat(heard.readings()).isEmpty();
    assertThat(session.health().message()).contains("its unit is \"oz\"").contains("kilograms");
  }

  @Test
  void aBusyAnswerNowAndThenIsNoFault() {
    session.opened(0);
    runFor(0, 1_000, "S S     12340 kg\r\n");
    runFor(1_000, 1_600, "S I\r\n");
    runFor(1_600, 3_000, "S S     12340 kg\r\n");
    assertThat(heard.interruptions()).isEmpty();
    assertThat(heard.readings()).allMatch(reading -> reading.flags().isEmpty());
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aboveAndBelowTheRangeAreBoundsOfTheRightSignAndFlagged() {
    session.opened(0);
    runFor(0, 400, "S +\r\n");
    assertThat(heard.last().mass()).isEqualTo(new Mass(40_180));
    assertThat(heard.last().flags()).isEqualTo(Flags.of(Flag.OUT_OF_RANGE));
    runFor(400, 800, "S -\r\n");
    assertThat(heard.last().mass()).isEqualTo(new Mass(-40_180));
    assertThat(heard.last().flags()).isEqualTo(Flags.of(Flag.OUT_OF_RANGE));
  }

  @Test
  void theUnitOfTheSiteCountsOnlyWhereTheFrameNamesNone() {
    session = session(IndicatorFormat.HBM_MSV, MassUnit.TONNE);
    session.opened(0);
    runFor(0, 400, "    12.34     \r\n");
    assertThat(heard.last().mass()).isEqualTo(new Mass(12_340));
    runFor(400, 800, "    12340  kg \r\n");
    assertThat(heard.last().mass()).isEqualTo(new Mass(12_340));
  }

  @Test
  void motionNetAndAMissingZeroAreCarriedIntoTheReading() {
    session = session(IndicatorFormat.TOLEDO_CONTINUOUS, MassUnit.KILOGRAM);
    session.opened(0);
    send(1_000, "\u00022y  12340    20\r");
    assertThat(heard.last().motion()).isEqualTo(Motion.MOVING);
    assertThat(heard.last().basis()).isEqualTo(Basis.NET);
    assertThat(heard.last().flags()).isEqualTo(Flags.of(Readings.ZERO_NOT_CAPTURED));
    assertThat(session.question(1_000)).isEmpty();
  }

  @Test
  void aCheckByteThatIsNotExpectedIsSuggestedAsTheOtherFormat() {
    session = session(IndicatorFormat.TOLEDO_CONTINUOUS, MassUnit.KILOGRAM);
    session.opened(0);
    for (int t = 200; t < 6_000; t += 100) {
      send(t, "\u000220  12340     0\r" + "\u0005");
    }
    assertThat(heard.readings()).hasSizeGreaterThan(50);
    assertThat(session.health().message())
        .contains("this looks like TOLEDO_CONTINUOUS_CHECKED, not TOLEDO_CONTINUOUS");
  }

  @Test
  void silenceBeforeAnAnswerIsPossibleIsRefused() {
    Inquiry slow = Inquiry.of(IndicatorFormat.MT_SICS, Asking.USUAL, ms(200), ms(2_000));
    assertThatThrownBy(() -> settings(IndicatorFormat.MT_SICS, MassUnit.KILOGRAM, slow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale-1")
        .hasMessageContaining("raise silentAfter");
  }

  /** The device answers 30 ms after it was asked; the driver looks every 10 ms. */
  private void runFor(int fromMs, int toMs, String answer) {
    int answerAt = -1;
    for (int t = fromMs; t < toMs; t += 10) {
      if (session.question(ms(t)).length > 0) {
        asked++;
        answerAt = t + 30;
      }
      if (t == answerAt && !answer.isEmpty()) {
        send(t, answer);
      } else {
        session.quiet(ms(t));
      }
    }
  }

  private void send(int atMs, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int t = atMs - 500; t < atMs; t += 100) {
      if (asked == 0) {
        session.quiet(ms(t));
      }
    }
    session.received(bytes, bytes.length, "", ms(atMs));
  }

  private IndicatorSession session(IndicatorFormat format, MassUnit unit) {
    return new IndicatorSession(
        settings(format, unit, Inquiry.of(format, Asking.USUAL, ms(200), ms(500))), heard, 0);
  }

  private static Settings settings(IndicatorFormat format, MassUnit unit, Inquiry inquiry) {
    return new Settings(
        "scale-1", "serial:/dev/ttyUSB0", format, 20, 40_000, ms(2_000), false, unit, inquiry);
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
