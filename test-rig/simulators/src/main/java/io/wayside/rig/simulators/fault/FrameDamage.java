// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What can be done to the bytes of one frame; pure. */
final class FrameDamage {

  private FrameDamage() {}

  /** Takes out {@code count} bytes, or all when there are fewer. */
  static byte[] dropped(byte[] frame, int count, SplittableRandom random) {
    byte[] kept = frame;
    for (int i = 0; i < count && kept.length > 0; i++) {
      int at = random.nextInt(kept.length);
      byte[] shorter = Arrays.copyOf(kept, kept.length - 1);
      System.arraycopy(kept, at + 1, shorter, at, shorter.length - at);
      kept = shorter;
    }
    return kept;
  }

  /** Inverts {@code count} different bits, or all when there are fewer. */
  static byte[] corrupted(byte[] frame, int count, SplittableRandom random) {
    byte[] damaged = frame.clone();
    int bits = frame.length * 8;
    int[] flipped =
        random.ints(0, Math.max(1, bits)).distinct().limit(Math.min(count, bits)).toArray();
    for (int bit : flipped) {
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return damaged;
  }

  static byte[] garbageThen(byte[] frame, int count, SplittableRandom random) {
    byte[] garbage = new byte[count];
    random.nextBytes(garbage);
    return joined(garbage, frame);
  }

  /** Cuts into at least two pieces, each of 1 to {@code atMost} bytes, in order. */
  static List<byte[]> split(byte[] frame, int atMost, SplittableRandom random) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < frame.length) {
      int longest = Math.min(atMost, from == 0 ? Math.max(1, frame.length - 1) : frame.length);
      int to = Math.min(frame.length, from + 1 + random.nextInt(longest));
      pieces.add(Arrays.copyOfRange(frame, from, to));
      from = to;
    }
    return pieces;
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
