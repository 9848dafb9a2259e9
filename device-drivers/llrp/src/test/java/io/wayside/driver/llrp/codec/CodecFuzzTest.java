// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Ten million bytes of any kind: only the declared exception, no hang, no growth. */
class CodecFuzzTest {

  private static final int LONGEST = 64 << 10;
  private static final long BYTES = 10_000_000;

  private final Random random = new Random(20_261_121);
  private final RandomMessages messages = new RandomMessages(99);
  private final Decoder decoder = new Decoder(10_000);
  private long fed;
  private long good;
  private long bad;

  @Test
  void onlyTheDeclaredExceptionEscapesAndWhatDecodesEncodesToTheSame() {
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          Framer framer = new Framer(LONGEST);
          while (fed < BYTES) {
            byte[] bytes = bytes();
            framer.feed(bytes, bytes.length);
            fed += bytes.length;
            drain(framer);
            assertThat(framer.pending()).isLessThan(LONGEST + bytes.length);
          }
        });
    assertThat(good).isGreaterThan(10_000);
    assertThat(bad).isGreaterThan(10_000);
  }

  private void drain(Framer framer) {
    try {
      for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
        judge(next.get());
      }
    } catch (Garbled lost) {
      bad++;
      framer.reset();
    }
    if (random.nextInt(50) == 0) {
      framer.reset();
    }
  }

  private void judge(Frame frame) {
    try {
      Message message = decoder.decode(frame);
      good++;
      if (!Arrays.equals(Encoder.encode(message), frame.copy())) {
        Assertions.fail("does not come back: " + Octets.of(frame.copy()));
      }
    } catch (Garbled garbled) {
      bad++;
      assertThat(garbled.offset()).isBetween(0L, (long) frame.size());
    }
  }

  private byte[] bytes() {
    List<byte[]> golden = Golden.all();
    byte[] bytes =
        switch (random.nextInt(4)) {
          case 0 -> noise();
          case 1 -> golden.get(random.nextInt(golden.size()));
          default -> Encoder.encode(messages.next());
        };
    return switch (random.nextInt(4)) {
      case 0 -> bytes;
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      default -> mutated(bytes);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Mostly behind the length of the frame, so that the parameters are reached. */
  private byte[] mutated(byte[] bytes) {
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > Frame.HEADER; i--) {
      int from = random.nextInt(8) == 0 ? 0 : Frame.HEADER;
      bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
