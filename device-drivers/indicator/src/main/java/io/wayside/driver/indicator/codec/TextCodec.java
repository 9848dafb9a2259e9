// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A format that is best told as a pattern of characters, one character for each byte. */
abstract class TextCodec extends WindowCodec {

  private final Pattern pattern;
  private final String lastCharacters;

  /**
   * A format.
   *
   * @param frame the whole frame; it must not match across the start of another one
   * @param lastCharacters with which a frame may end; none of them may stand inside a frame where
   *     the pattern could end
   */
  TextCodec(int longestFrame, String frame, String lastCharacters) {
    super(longestFrame);
    this.pattern = Pattern.compile("(?:" + frame + ")\\z", Pattern.DOTALL);
    this.lastCharacters = lastCharacters;
  }

  /** What the groups of the pattern say. */
  abstract Content read(MatchResult frame);

  @Override
  final int endingHere(byte[] bytes, int count) {
    if (lastCharacters.indexOf(bytes[count - 1] & 0xFF) < 0) {
      return 0;
    }
    Matcher matcher = pattern.matcher(new String(bytes, 0, count, ISO_8859_1));
    return matcher.find() ? count - matcher.start() : 0;
  }

  @Override
  final Content read(byte[] frame) {
    Matcher matcher = pattern.matcher(new String(frame, ISO_8859_1));
    return matcher.matches() ? read(matcher.toMatchResult()) : new Content.Unreadable();
  }

  /** The XOR of a text in two characters, high nibble first; above nine A to F or ':' to '?'. */
  static boolean xorIs(String text, String check) {
    int xor = text.chars().reduce(0, (a, b) -> a ^ b);
    return nibble(check.charAt(0)) == (xor >> 4 & 0x0F) && nibble(check.charAt(1)) == (xor & 0x0F);
  }

  private static int nibble(char character) {
    if (character >= '0' && character <= '?') {
      return character - '0';
    }
    return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
  }
}
