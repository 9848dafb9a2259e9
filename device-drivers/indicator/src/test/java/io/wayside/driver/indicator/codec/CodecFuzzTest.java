// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.indicator.codec.GoldenFrames.Golden;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every decoder fed with anything raises nothing, keeps at most a frame and loses no byte. */
class CodecFuzzTest {

  private static final int LONGEST_FRAME = 33;

  @ParameterizedTest
  @EnumSource
  void arbitraryBytesAreAccountedFor(IndicatorFormat format) {
    Random random = new Random(41);
    for (int round = 0; round < 1_000; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      requireAccounted(format, bytes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void charactersOfAllFormatsAreAccountedFor(IndicatorFormat format) {
    byte[] alphabet = new byte[64];
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      for (int i = 0; i < alphabet.length; i++) {
        byte[] frame = any(random).frame();
        alphabet[i] = frame[random.nextInt(frame.length)];
      }
      requireAccounted(format, alphabet.clone());
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedFramesOfAllFormatsAreAccountedFor(IndicatorFormat format) {
    Random random = new Random(43);
    for (int round = 0; round < 4_000; round++) {
      byte[] bytes =
          AnyBytesTest.joined(any(random).frame(), any(random).frame(), any(random).frame());
      for (int hits = random.nextInt(5); hits > 0; hits--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      int from = random.nextInt(bytes.length / 2);
      int to = bytes.length - random.nextInt(bytes.length / 2);
      requireAccounted(format, Arrays.copyOfRange(bytes, from, to));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMillionBytesLeaveNothingBehindButOneFrame(IndicatorFormat format) {
    Random random = new Random(44);
    byte[] bytes = new byte[1_000_000];
    random.nextBytes(bytes);
    requireAccounted(format, bytes);
  }

  @ParameterizedTest
  @EnumSource
  void afterAResetNothingOfTheFirstHalfIsLeft(IndicatorFormat format) {
    for (Golden golden : GoldenFrames.of(format)) {
      byte[] frame = golden.frame();
      for (int cut = 1; cut < frame.length; cut++) {
        IndicatorCodec codec = format.newCodec();
        Collected heard = new Collected();
        feed(codec, Arrays.copyOf(frame, cut), heard);
        codec.reset();
        feed(codec, Arrays.copyOfRange(frame, cut, frame.length), heard);
        boolean onlyItsLineEnd =
            cut
                >= new String(frame, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .stripTrailing()
                    .length();
        assertThat(heard.indications.isEmpty() || onlyItsLineEnd).isTrue();
      }
    }
  }

  private static void feed(IndicatorCodec codec, byte[] bytes, Heard heard) {
    for (byte next : bytes) {
      codec.accept(next, 0, heard);
    }
  }

  private static Golden any(Random random) {
    return GoldenFrames.ALL.get(random.nextInt(GoldenFrames.ALL.size()));
  }

  /** Nothing disappears: what is not skipped was in a reported frame, a line end, or is held. */
  private static void requireAccounted(IndicatorFormat format, byte[] bytes) {
    AtomicInteger told = new AtomicInteger();
    AtomicInteger skipped = new AtomicInteger();
    IndicatorCodec codec = format.newCodec();
    feed(
        codec,
        bytes,
        new Heard() {
          @Override
          public void indication(Indication indication, byte[] frame, long lastByteNanos) {
            told.addAndGet(frame.length);
          }

          @Override
          public void unconfirmed(byte[] frame) {
            told.addAndGet(frame.length);
          }

          @Override
          public void noWeight(byte[] frame, String why) {
            told.addAndGet(frame.length);
          }

          @Override
          public void checkFailed(byte[] frame) {
            told.addAndGet(frame.length);
          }

          @Override
          public void unreadable(byte[] frame) {
            told.addAndGet(frame.length);
          }

          @Override
          public void skipped(int count) {
            skipped.addAndGet(count);
          }
        });
    int lineEnds = 0;
    for (byte each : bytes) {
      boolean lineEnd = each == '\r' || each == '\n';
      lineEnds += lineEnd && format == IndicatorFormat.YAOHUA_A12 ? 1 : 0;
    }
    assertThat(skipped.get()).isLessThanOrEqualTo(bytes.length);
    assertThat(skipped.get() + told.get() + lineEnds + LONGEST_FRAME)
        .isGreaterThanOrEqualTo(bytes.length);
  }
}
