// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.List;

/** Sentences around a payload: fragments, channel, check sum. */
final class Vdm {

  private static final int LONGEST = 56;

  private int sequence;

  /** The lines of one message, each ended by CR and LF. */
  List<String> lines(SixBits bits, char channel) {
    String armour = bits.armoured();
    int count = (armour.length() + LONGEST - 1) / LONGEST;
    String number = "";
    if (count > 1) {
      sequence = (sequence + 1) % 10;
      number = Integer.toString(sequence);
    }
    List<String> lines = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      String piece =
          armour.substring(part * LONGEST, Math.min(armour.length(), (part + 1) * LONGEST));
      int fill = part == count - 1 ? bits.fill() : 0;
      lines.add(
          sentence(
              "AIVDM,%d,%d,%s,%s,%s,%d".formatted(count, part + 1, number, channel, piece, fill)));
    }
    return lines;
  }

  static String sentence(String body) {
    int sum = body.chars().reduce(0, (so, letter) -> so ^ letter);
    return "!%s*%02X\r\n".formatted(body, sum);
  }
}
