// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.WeightReading;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.Captured;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.rig.simulators.indicator.Indication;
import io.wayside.rig.simulators.indicator.ReversedStreamEncoder;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import org.junit.jupiter.api.Test;

/** Time is a number here: milliseconds since the session began. */
class IndicatorSessionTest {

  private static final YaohuaEncoder ENCODER = YaohuaEncoder.standard();

  private final Captured heard = new Captured();
  private IndicatorSession session = session(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, false);

  @Test
  void aFrameBecomesAReadingWithTheTimeOfItsLastByte() {
    openAt(0);
    byte[] frame = frame(12340);
    bytes(1_000, java.util.Arrays.copyOf(frame, 5));
    bytes(1_010, java.util.Arrays.copyOfRange(frame, 5, 12));
    assertThat(heard.readings())
        .containsExactly(
            new WeightReading(
                ms(1_010),
                new Mass(12340),
                new Mass(20),
                WeightReading.Motion.NOT_TOLD,
                WeightReading.Basis.NOT_TOLD,
                Flags.NONE,
                "022b30313233343030314603"));
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void framesSplitAtEveryPlaceAreReadAllTheSame() {
    openAt(0);
    byte[] frame = frame(340);
    for (int cut = 1; cut < frame.length; cut++) {
      bytes(1_000 + 20 * cut, java.util.Arrays.copyOf(frame, cut));
      bytes(1_010 + 20 * cut, java.util.Arrays.copyOfRange(frame, cut, frame.length));
    }
    assertThat(heard.kilograms()).hasSize(11).containsOnly(340.0);
    assertThat(heard.readings()).allMatch(reading -> reading.flags().isEmpty());
  }

  @Test
  void aBurstOfFramesAllHasTheOneTimeAtWhichItCame() {
    openAt(0);
    bytes(1_000, frame(20), frame(40), frame(60));
    assertThat(heard.kilograms()).containsExactly(20.0, 40.0, 60.0);
    assertThat(heard.readings()).allMatch(reading -> reading.monotonicNanos() == ms(1_000));
  }

  @Test
  void whatTheLineHeldWhileItWasClosedIsDropped() {
    openAt(0);
    bytes(5, frame(11100), frame(11100));
    bytes(149, frame(11100));
    assertThat(heard.readings()).isEmpty();
    assertThat(session.counters().staleBytes()).isEqualTo(36);
    bytes(150, frame(20));
    assertThat(heard.kilograms()).containsExactly(20.0);
  }

  @Test
  void halfAFrameFromBeforeAnOutageIsNeverJoinedToOneAfterIt() {
    openAt(0);
    bytes(1_000, java.util.Arrays.copyOf(frame(9000), 6));
    session.down("unplugged", ms(1_100));
    openAt(1_200);
    bytes(1_400, java.util.Arrays.copyOfRange(frame(9000), 6, 12));
    assertThat(heard.readings()).isEmpty();
  }

  @Test
  void silenceIsToldOnceAndTheNextReadingEndsIt() {
    openAt(0);
    bytes(1_000, frame(20));
    quiet(2_999);
    assertThat(heard.interruptions()).isEmpty();
    quiet(3_000);
    quiet(3_100);
    quiet(9_000 - 4_100);
    assertThat(heard.interruptions())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.cause()).isEqualTo(Cause.SILENT);
              assertThat(told.sinceMonotonicNanos()).isEqualTo(ms(1_000));
              assertThat(told.detail()).contains("scale-1").contains("check the indicator's power");
            });
    assertThat(session.health().code()).isEqualTo("silent");
    bytes(5_000, frame(40));
    assertThat(session.health().status()).isEqualTo(Status.OK);
    assertThat(heard.last().mass()).isEqualTo(new Mass(40));
  }

  @Test
  void anIndicatorNeverHeardIsSilentToo() {
    openAt(0);
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    for (int t = 100; t <= 2_000; t += 100) {
      quiet(t);
    }
    assertThat(heard.interruptions()).extracting(Interruption::cause).containsExactly(Cause.SILENT);
  }

  @Test
  void bytesWithoutFramesAreGarbledAndPointAtTheBaudRate() {
    openAt(0);
    for (int t = 200; t <= 2_400; t += 100) {
      bytes(t, new byte[] {(byte) 0xF8, 0x1C, (byte) 0xE0, 0x7E});
    }
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.GARBLED);
    assertThat(session.health().message()).contains("check baud rate");
    assertThat(session.counters().resyncBytes()).isEqualTo(23 * 4);
  }

  @Test
  void framesOfAnotherFormatAreNamedAsASuggestionAndNeverRead() {
    openAt(0);
    byte[] other = new ReversedStreamEncoder(7).encode(Indication.of(12340, 0));
    for (int t = 200; t <= 2_400; t += 100) {
      bytes(t, other);
    }
    assertThat(heard.readings()).isEmpty();
    assertThat(session.health().message())
        .contains("this looks like YAOHUA_REVERSED, not YAOHUA_A9_DECIMAL_POSITION")
        .contains("compare with the display");
  }

  @Test
  void aReversedStreamThatNeverRepeatsItselfIsSaidSo() {
    session = session(IndicatorFormat.YAOHUA_REVERSED, false);
    openAt(0);
    for (int t = 200; t < 10_000; t += 100) {
      bytes(t, new ReversedStreamEncoder(7).encode(Indication.of(20L * t, 0)));
    }
    assertThat(heard.interruptions()).as("a load that moves").isEmpty();
    bytes(10_000, new ReversedStreamEncoder(7).encode(Indication.of(0, 0)));
    assertThat(session.health().message()).contains("no two frames in a row are equal");
  }

  @Test
  void anOutageIsToldOnceByItsFirstCauseWhileHealthShowsTheCauseOfNow() {
    openAt(0);
    bytes(1_000, frame(20));
    session.down("the line hung up", ms(1_500));
    session.down("there is no such adapter", ms(2_000));
    assertThat(session.health().message()).isEqualTo("indicator scale-1: there is no such adapter");
    openAt(2_500);
    for (int t = 2_600; t <= 4_500; t += 100) {
      quiet(t);
    }
    assertThat(session.health().code()).isEqualTo("silent");
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.LINK_DOWN);
    bytes(4_600, frame(20));
    session.stopped(ms(5_000));
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.LINK_DOWN, Cause.STOPPED);
  }

  @Test
  void aGatewayThatDidNotListenDropsWhatPiledUpAndSaysSo() {
    openAt(0);
    bytes(1_000, frame(20));
    bytes(4_000, frame(9000), frame(9000));
    assertThat(heard.kilograms()).containsExactly(20.0);
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.OVERRUN);
    bytes(4_200, frame(40));
    assertThat(heard.kilograms()).containsExactly(20.0, 40.0);
  }

  @Test
  void theFirstReadingAfterDamageIsFlagged() {
    openAt(0);
    byte[] damaged = frame(20);
    damaged[5] ^= 1;
    bytes(1_000, frame(20));
    bytes(1_100, damaged);
    bytes(1_200, frame(20));
    bytes(1_300, frame(20));
    bytes(1_400, new byte[] {7});
    bytes(1_500, frame(20));
    assertThat(heard.readings())
        .extracting(reading -> reading.flags().has(Readings.FRAMES_LOST))
        .containsExactly(false, true, false, true);
    assertThat(session.counters().checkFailures()).isOne();
    assertThat(session.counters().resyncBytes()).isOne();
  }

  @Test
  void aBlankDisplayIsOutOfRangeAndNeverPassesForALoadWithinTheRange() {
    openAt(0);
    bytes(1_000, ENCODER.encode(Indication.blank(0)));
    assertThat(heard.last().flags()).isEqualTo(Flags.of(Flag.OUT_OF_RANGE));
    assertThat(heard.last().mass()).isEqualTo(new Mass(40_000 + 9 * 20));
  }

  @Test
  void aNumberAboveMaxAndNineIntervalsIsOutOfRange() {
    openAt(0);
    bytes(1_000, frame(40_180), frame(40_200), frame(-40_200));
    assertThat(heard.readings())
        .extracting(reading -> reading.flags().has(Flag.OUT_OF_RANGE))
        .containsExactly(false, true, true);
  }

  @Test
  void aNumberThatIsNoMultipleOfTheIntervalIsImplausible() {
    openAt(0);
    bytes(1_000, frame(12340), frame(12350), ENCODER.encode(Indication.of(3410, 1)));
    assertThat(heard.kilograms()).containsExactly(12340.0, 12350.0, 341.0);
    assertThat(heard.readings())
        .extracting(reading -> reading.flags().has(Flag.IMPLAUSIBLE))
        .containsExactly(false, true, true);
  }

  @Test
  void aWrongDigitReadingShowsInHealthBecauseOfTheInterval() {
    openAt(0);
    for (int t = 200; t < 2_200; t += 100) {
      bytes(t, frame(1234 + t / 100));
    }
    assertThat(session.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(session.health().message())
        .contains("no multiples of the scale interval 20.0 kg")
        .contains("compare with the display");
  }

  @Test
  void aNoisyLineIsDegradedAndRecovers() {
    openAt(0);
    byte[] damaged = frame(20);
    damaged[5] ^= 1;
    int t = 200;
    for (int i = 0; i < 20; i++, t += 100) {
      bytes(t, i % 5 == 0 ? damaged : frame(20));
    }
    assertThat(session.health().code()).isEqualTo("noisy-line");
    for (int i = 0; i < 64; i++, t += 100) {
      bytes(t, frame(20));
    }
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aSimulatedIndicatorCanNeverLookReal() {
    session = session(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, true);
    openAt(0);
    bytes(1_000, frame(20), frame(13), ENCODER.encode(Indication.blank(0)));
    assertThat(heard.readings())
        .hasSize(3)
        .allMatch(reading -> reading.flags().has(Flag.SIMULATED));
  }

  @Test
  void healthKeepsTheTimeSinceWhenItIsSo() {
    openAt(0);
    bytes(1_000, frame(20));
    bytes(1_100, frame(20));
    assertThat(session.health().sinceMonotonicNanos()).isEqualTo(ms(1_000));
  }

  @Test
  void anImpossibleIntervalIsRefused() {
    for (double intervalKg : new double[] {0, -20, 50_000, Double.NaN}) {
      assertThatThrownBy(
              () ->
                  new Settings(
                      "scale-1", "x", IndicatorFormat.YAOHUA_REVERSED, intervalKg, 40_000, 1, true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("device scale-1: scale interval");
    }
  }

  private IndicatorSession session(IndicatorFormat format, boolean simulated) {
    return new IndicatorSession(
        new Settings("scale-1", "serial:/dev/ttyUSB0", format, 20, 40_000, ms(2_000), simulated),
        heard,
        0);
  }

  private static byte[] frame(long kilograms) {
    return ENCODER.encode(Indication.of(kilograms, 0));
  }

  private void openAt(long millis) {
    session.opened(ms(millis));
  }

  private void bytes(long millis, byte[]... pieces) {
    StringBuilder all = new StringBuilder();
    for (byte[] piece : pieces) {
      all.append(new String(piece, ISO_8859_1));
    }
    byte[] bytes = all.toString().getBytes(ISO_8859_1);
    session.received(bytes, bytes.length, "", ms(millis));
  }

  private void quiet(long millis) {
    session.quiet(ms(millis));
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
