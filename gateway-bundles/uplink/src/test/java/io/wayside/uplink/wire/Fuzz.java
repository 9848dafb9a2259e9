// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.wayside.core.data.GarbledData;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Damages samples in many ways and sees that a decoder reads or refuses them, in little memory. */
public final class Fuzz {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Fuzz() {}

  /** A decoder under test. */
  public interface Decoder {
    Object read(byte[] bytes) throws GarbledData;
  }

  /**
   * Every truncation, 20,000 mutations and 5,000 random inputs.
   *
   * @return how many of them were refused
   */
  public static int decoder(Decoder decoder, List<byte[]> samples, long mostAllocatedBytes) {
    Random random = new Random(20261121);
    int refused = 0;
    for (byte[] sample : samples) {
      for (int length = 0; length < sample.length; length++) {
        refused += one(decoder, Arrays.copyOf(sample, length), mostAllocatedBytes);
      }
    }
    for (int i = 0; i < 20_000; i++) {
      refused += one(decoder, mutated(samples.get(i % samples.size()), random), mostAllocatedBytes);
    }
    for (int i = 0; i < 5_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      refused += one(decoder, noise, mostAllocatedBytes);
    }
    return refused;
  }

  private static byte[] mutated(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) (bytes[at] ^ (1 << random.nextInt(8)));
        case 2 -> bytes[at] = (byte) 0xff;
        default -> {
          int from = random.nextInt(bytes.length);
          int length = random.nextInt(Math.min(16, bytes.length - Math.max(at, from)) + 1);
          System.arraycopy(sample, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }

  private static int one(Decoder decoder, byte[] bytes, long mostAllocatedBytes) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int refused = 0;
    try {
      decoder.read(bytes);
    } catch (GarbledData expected) {
      refused = 1;
    } catch (RuntimeException | StackOverflowError escaped) {
      throw new AssertionError("on " + HexFormat.of().formatHex(bytes), escaped);
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("bytes allocated for an input of %d", bytes.length)
        .isLessThan(mostAllocatedBytes);
    return refused;
  }
}
