// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.core.device.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * A message written bit by bit as a text of zeros and ones, and its sentences: knows nothing of the
 * decoder nor of the encoder.
 */
public final class Written {

  private static final String ARMOUR =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw";
  private static final String TEXT =
      "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !\"#$%&'()*+,-./0123456789:;<=>?";

  private final StringBuilder bits = new StringBuilder();

  public Written put(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
    return this;
  }

  /** Filled with '@'. */
  public Written text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      put(i < text.length() ? TEXT.indexOf(text.charAt(i)) : 0, 6);
    }
    return this;
  }

  public Written zeros(int count) {
    return put(0, count);
  }

  public Written raw(String zerosAndOnes) {
    bits.append(zerosAndOnes);
    return this;
  }

  public int length() {
    return bits.length();
  }

  public String zerosAndOnes() {
    return bits.toString();
  }

  public static char character(int code) {
    return TEXT.charAt(code);
  }

  public int fill() {
    int over = bits.length() % 6;
    return over == 0 ? 0 : 6 - over;
  }

  public String letters() {
    String all = bits + "0".repeat(fill());
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < all.length(); at += 6) {
      letters.append(ARMOUR.charAt(Integer.parseInt(all.substring(at, at + 6), 2)));
    }
    return letters.toString();
  }

  /** In parts of at most so many letters. */
  public List<String> lines(int most) {
    String letters = letters();
    int count = Math.max(1, (letters.length() + most - 1) / most);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String part = letters.substring(i * most, Math.min(letters.length(), (i + 1) * most));
      lines.add(
          line(
              "!AIVDM,%d,%d,%s,A,%s,%d"
                  .formatted(
                      count, i + 1, count == 1 ? "" : "3", part, i == count - 1 ? fill() : 0)));
    }
    return lines;
  }

  /** With check sum, without line end. */
  public static String line(String text) {
    int sum = text.chars().skip(1).reduce(0, (a, b) -> a ^ b);
    return "%s*%02X".formatted(text, sum);
  }

  /** What a fresh decoder makes of it. */
  public Reception heard() {
    return heard(new AisDecoder());
  }

  public Reception heard(AisDecoder decoder) {
    Reception heard = null;
    for (String line : lines(60)) {
      heard = decoder.hear(sentence(line)).orElse(heard);
    }
    if (heard == null) {
      throw new AssertionError("not decoded: " + lines(60) + ", " + decoder.refusals().all());
    }
    return heard;
  }

  /** A line whose check sum is taken as good. */
  public static Sentence sentence(String line) {
    return new Sentence(0, line.substring(0, line.lastIndexOf('*')), "");
  }

  /** What the last of these lines gives. */
  public static Reception heard(String... lines) {
    AisDecoder decoder = new AisDecoder();
    Reception heard = null;
    for (String line : lines) {
      heard = decoder.hear(sentence(line)).orElse(heard);
    }
    if (heard == null) {
      throw new AssertionError("not decoded: " + String.join(" ", lines));
    }
    return heard;
  }
}
