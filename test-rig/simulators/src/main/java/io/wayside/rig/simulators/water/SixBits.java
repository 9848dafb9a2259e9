// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.math.BigInteger;

/** A payload put together bit by bit, most significant first, and armoured six by six. */
final class SixBits {

  private final StringBuilder bits = new StringBuilder();

  SixBits put(int width, long value) {
    if (width == 0) {
      return this;
    }
    BigInteger room = BigInteger.ONE.shiftLeft(width);
    BigInteger wrapped = BigInteger.valueOf(value).mod(room);
    String digits = wrapped.toString(2);
    bits.append("0".repeat(width - digits.length())).append(digits);
    return this;
  }

  /** Text in six-bit letters, filled up with at-signs. */
  SixBits text(int letters, String text) {
    for (int i = 0; i < letters; i++) {
      char letter = i < text.length() ? Character.toUpperCase(text.charAt(i)) : '@';
      put(6, letter >= '@' ? letter - '@' : letter);
    }
    return this;
  }

  SixBits append(SixBits other) {
    bits.append(other.bits);
    return this;
  }

  int size() {
    return bits.length();
  }

  int fill() {
    return (6 - bits.length() % 6) % 6;
  }

  String armoured() {
    String padded = bits + "0".repeat(fill());
    StringBuilder armour = new StringBuilder();
    for (int at = 0; at < padded.length(); at += 6) {
      int six = Integer.parseInt(padded.substring(at, at + 6), 2);
      armour.append((char) (six < 40 ? '0' + six : '`' + six - 40));
    }
    return armour.toString();
  }
}
