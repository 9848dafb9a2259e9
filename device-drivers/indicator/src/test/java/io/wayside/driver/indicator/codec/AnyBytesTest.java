// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.indicator.IndicatorEncoder;
import io.wayside.rig.simulators.indicator.ReversedStreamEncoder;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every decoder, fed with anything: arbitrary bytes, mutated frames, any cutting. */
class AnyBytesTest {

  private static final Map<IndicatorFormat, IndicatorEncoder> ENCODERS =
      Map.of(
          IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, YaohuaEncoder.standard(),
          IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS,
              new YaohuaEncoder(YaohuaEncoder.Seventh.DIGIT, YaohuaEncoder.Check.OFFSET),
          IndicatorFormat.YAOHUA_REVERSED, new ReversedStreamEncoder(8));

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void randomBytesRaiseNothingAndEveryOneIsAccountedFor(IndicatorFormat format) {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      requireAccounted(format, bytes);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void bytesOfTheFormatsOwnAlphabetRaiseNothing(IndicatorFormat format) {
    byte[] alphabet = {2, 3, '+', '-', '.', '=', ' ', '0', '1', '4', '9', ':', 'A', 'F'};
    Random random = new Random(4);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[random.nextInt(100)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      requireAccounted(format, bytes);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void theSimulatorsFramesAreReadToTheNumberShown(IndicatorFormat format) {
    Random random = new Random(5);
    IndicatorEncoder encoder = ENCODERS.get(format);
    for (int round = 0; round < 20_000; round++) {
      int decimals = format == IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS ? 0 : random.nextInt(5);
      long shown = random.nextLong(-encoder.largest(), encoder.largest() + 1);
      byte[] frame = encoder.encode(shown(shown, decimals));
      Collected heard = Collected.of(format, joined(frame, frame, new byte[] {'='}));
      assertThat(heard.indications).isNotEmpty();
      assertThat(heard.indications.get(0).digits()).isEqualTo(shown);
      assertThat(heard.indications.get(0).decimals()).isEqualTo(decimals);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void mutatedStreamsRaiseNothingAndAfterThemFramesAreReadAgain(IndicatorFormat format) {
    Random random = new Random(6);
    byte[] frame = ENCODERS.get(format).encode(shown(12340, 0));
    byte[] stream = joined(frame, frame, frame, frame);
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged = stream.clone();
      for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      byte[] tail = joined(frame, frame, frame, new byte[] {'='});
      Collected heard = Collected.of(format, joined(damaged, tail));
      assertThat(heard.values()).isNotEmpty();
      assertThat(heard.values().get(heard.values().size() - 1)).isEqualTo(12340);
    }
  }

  private static io.wayside.rig.simulators.indicator.Indication shown(long value, int decimals) {
    return io.wayside.rig.simulators.indicator.Indication.of(value, decimals);
  }

  /** Nothing disappears: what is not skipped was in a reported frame or is still held. */
  private static void requireAccounted(IndicatorFormat format, byte[] bytes) {
    Collected heard = Collected.of(format, bytes);
    int mostHeld = 12;
    int reported = 12 * (heard.checkFailures + heard.unreadable + heard.unconfirmed);
    for (byte[] frame : heard.frames) {
      reported += frame.length;
    }
    assertThat(heard.skipped).isLessThanOrEqualTo(bytes.length);
    assertThat(heard.skipped + reported + mostHeld).isGreaterThanOrEqualTo(bytes.length);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
