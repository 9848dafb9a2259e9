// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bytes that are no sentence, or nearly one, or one of random content. */
final class Rubbish {

  private static final String LIKELY = "$!*\\,\r\nAIVDMO0123456789ABCDEF";
  private static final String ARMOUR =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw";

  private final Random random;

  Rubbish(long seed) {
    this.random = new Random(seed);
  }

  byte[] next() {
    return switch (random.nextInt(6)) {
      case 0 -> bytes(random.nextInt(200));
      case 1 -> likely(random.nextInt(200));
      case 2 -> random.nextInt(8) == 0 ? endless(random.nextInt(3_000)) : likely(20);
      case 3 -> changed(sentence());
      case 4 -> cut(sentence());
      default -> sentence();
    };
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] likely(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] =
          random.nextInt(200) == 0
              ? (byte) random.nextInt(256)
              : (byte) LIKELY.charAt(random.nextInt(LIKELY.length()));
    }
    return bytes;
  }

  /** A beginning that goes on and on. */
  private byte[] endless(int length) {
    byte[] bytes = new byte[length + 1];
    bytes[0] = '!';
    for (int i = 1; i <= length; i++) {
      bytes[i] = (byte) ARMOUR.charAt(random.nextInt(ARMOUR.length()));
    }
    return bytes;
  }

  /** A sentence with a good check sum, or a part of one, of any type and length. */
  private byte[] sentence() {
    int count = random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 1;
    StringBuilder text =
        new StringBuilder("AIVDM,")
            .append(count)
            .append(',')
            .append(1 + random.nextInt(count))
            .append(',')
            .append(count == 1 ? "" : String.valueOf(random.nextInt(10)))
            .append(random.nextBoolean() ? ",A," : ",B,");
    int letters = random.nextInt(90);
    for (int i = 0; i < letters; i++) {
      text.append(ARMOUR.charAt(random.nextInt(ARMOUR.length())));
    }
    text.append(',').append(random.nextInt(6));
    return Line.of(text.toString()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] changed(byte[] bytes) {
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] cut(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from));
  }
}
