// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.util.Arrays;
import java.util.Random;

/** What can happen to bytes on a disk or at somebody's keyboard. */
final class Fuzz {

  private Fuzz() {}

  static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 ->
            bytes =
                Recordings.joined(
                    Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
        default ->
            bytes =
                Recordings.joined(
                    Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
      }
    }
    return bytes;
  }
}
