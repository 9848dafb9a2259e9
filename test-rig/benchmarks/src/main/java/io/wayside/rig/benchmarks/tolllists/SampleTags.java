// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Tags of 96 bits that differ in their last bytes only, four numbers apart at most: what an issuer
 * gives out one after the other, and the worst case for comparing from the front.
 */
final class SampleTags {

  /** What changes from the full list to the delta: a third each leaves, turns, comes new. */
  static final int CHANGES = 10_000;

  private static final byte[] BEGIN = HexFormat.of().parseHex("00a00000");
  private static final int GROUPS = 5;

  private SampleTags() {}

  /** The number of a tag that is on the list; {@code offset} 1 to 3 gives one that never is. */
  static long serial(int tag, int offset) {
    return tag * 4L + offset;
  }

  static byte[] key(long serial) {
    byte[] key = new byte[12];
    System.arraycopy(BEGIN, 0, key, 0, BEGIN.length);
    for (int i = 0; i < Long.BYTES; i++) {
      key[11 - i] = (byte) (serial >>> (8 * i));
    }
    return key;
  }

  static TagNumber number(long serial) {
    return new TagNumber(HexFormat.of().formatHex(key(serial)), 96);
  }

  static int group(int tag) {
    return 1 + tag % GROUPS;
  }

  static boolean isLow(int tag) {
    return tag % 50 == 0;
  }

  private static byte[] line(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The entries of the full list. */
  static Iterable<byte[]> full(int tags) {
    return lines(
        tags,
        tag ->
            line(number(serial(tag, 0)).epc() + " " + group(tag) + (isLow(tag) ? " low" : " ok")));
  }

  /** Which tag the change is about; they are spread over the whole list. */
  static int changed(int change, int tags) {
    return (int) ((long) change * tags / CHANGES);
  }

  /**
   * The entries of the delta: the first third leaves, the second turns to low, the third is new.
   */
  static Iterable<byte[]> delta(int tags) {
    return lines(
        CHANGES,
        change -> {
          int tag = changed(change, tags);
          return switch (change % 3) {
            case 0 -> line("-" + number(serial(tag, 0)).epc());
            case 1 -> line(number(serial(tag, 0)).epc() + " " + group(tag) + " low");
            default -> line(number(serial(tag, 1)).epc() + " 1 ok");
          };
        });
  }

  static int tagsAfterDelta(int tags) {
    return tags - (CHANGES + 2) / 3 + CHANGES / 3;
  }

  /** Tags to look up, one in ten of them on no list; the same each time. */
  static TagNumber[] asked(int count, int tags) {
    Random random = new Random(6_000_000);
    TagNumber[] asked = new TagNumber[count];
    for (int i = 0; i < count; i++) {
      asked[i] = number(serial(random.nextInt(tags), i % 10 == 0 ? 3 : 0));
    }
    return asked;
  }

  private static Iterable<byte[]> lines(int count, IntFunction<byte[]> line) {
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < count;
          }

          @Override
          public byte[] next() {
            if (at == count) {
              throw new java.util.NoSuchElementException("there are " + count + " entries");
            }
            return line.apply(at++);
          }
        };
  }
}
