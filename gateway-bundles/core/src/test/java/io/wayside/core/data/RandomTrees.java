// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random value trees that favour the places where codecs break: edges of sizes and of ranges. */
final class RandomTrees {

  private static final int DEEP_ENOUGH = 5;
  private static final int[] LENGTHS = {0, 1, 2, 3, 5, 8, 23, 24, 25, 40};
  private static final String[] CHARACTERS = {
    "a", "b", "z", "/", "~", "\"", "\\", "\n", "\u0000", "\u001f", "\u007f", "é", "ß", "ố",
    "\u2028", "水", "\uffff", "\ufeff", "😀", "𐅑"
  };

  private final Random random;

  RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  Value next() {
    return next(0);
  }

  private Value next(int depth) {
    return switch (random.nextInt(depth < DEEP_ENOUGH ? 8 : 5)) {
      case 0 -> Value.ABSENT;
      case 1 -> new Value.Truth(random.nextBoolean());
      case 2 -> new Value.Whole(whole());
      case 3 -> new Value.Real(real());
      case 4 -> new Value.Text(text());
      case 5 -> many(depth);
      default -> fields(depth);
    };
  }

  private Value many(int depth) {
    List<Value> values = new ArrayList<>();
    for (int left = fewAt(depth); left > 0; left--) {
      values.add(next(depth + 1));
    }
    return new Value.Many(values);
  }

  private Value fields(int depth) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int left = fewAt(depth); left > 0; left--) {
      values.put(text(), next(depth + 1));
    }
    return new Value.Fields(values);
  }

  private int fewAt(int depth) {
    return depth == 0 ? length() : random.nextInt(4);
  }

  private int length() {
    return LENGTHS[random.nextInt(LENGTHS.length)];
  }

  long whole() {
    long edge = 1L << random.nextInt(64);
    long near = edge + random.nextInt(5) - 2;
    return random.nextBoolean() ? near : random.nextLong() >> random.nextInt(64);
  }

  double real() {
    double value =
        switch (random.nextInt(6)) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> Float.intBitsToFloat(random.nextInt());
          case 2 -> HalfFloat.value(random.nextInt(0x10000));
          case 3 -> random.nextInt(1_000_000) / 1000.0;
          case 4 -> whole();
          default ->
              Math.nextAfter(Math.scalb(1.0, random.nextInt(-1074, 1024)), random.nextGaussian());
        };
    return Double.isFinite(value) ? value : 0.5;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int left = length(); left > 0; left--) {
      text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }
}
