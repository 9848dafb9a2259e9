// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A transponder's side of the line: takes the sentences it is told, checks them and unpacks their
 * bits digit by digit, by nothing that a driver uses.
 */
public final class TransponderEar {

  private final StringBuilder line = new StringBuilder();
  private final StringBuilder bits = new StringBuilder();
  private final List<Taken> taken = new ArrayList<>();
  private int wrong;

  /**
   * A message that was told whole.
   *
   * @param form VDM, VDO or MEB
   * @param fields of its last sentence
   * @param bits zeros and ones; of MEB without the header that the fields stand for
   */
  public record Taken(String form, List<String> fields, String bits) {

    public long unsigned(int at, int width) {
      return Long.parseLong(bits.substring(at, at + width), 2);
    }

    public long signed(int at, int width) {
      long value = unsigned(at, width);
      return bits.charAt(at) == '1' ? value - (1L << width) : value;
    }

    /** Letters of six bits each, up to the first that stands for none. */
    public String text(int at, int letters) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < letters; i++) {
        long six = unsigned(at + 6 * i, 6);
        if (six == 0) {
          break;
        }
        text.append((char) (six < 32 ? six + '@' : six));
      }
      return text.toString().stripTrailing();
    }
  }

  /** Bytes as they come, in pieces of any size. */
  public void hear(byte[] bytes) {
    for (char letter : new String(bytes, StandardCharsets.US_ASCII).toCharArray()) {
      if (letter == '\n') {
        sentence(line.toString());
        line.setLength(0);
      } else {
        line.append(letter);
      }
    }
  }

  private void sentence(String text) {
    int star = text.lastIndexOf('*');
    boolean whole =
        text.startsWith("!") && star > 0 && text.endsWith("\r") && text.length() == star + 4;
    if (!whole || text.length() > 81 || sum(text, star) != given(text, star)) {
      wrong++;
      return;
    }
    List<String> fields = List.of(text.substring(1, star).split(",", -1));
    String form = fields.get(0).substring(2);
    int packed = fields.size() - 2;
    int fill = Integer.parseInt(fields.get(packed + 1));
    if (fields.get(2).equals("1")) {
      bits.setLength(0);
    }
    fields.get(packed).chars().forEach(this::unpack);
    bits.setLength(bits.length() - fill);
    if (fields.get(1).equals(fields.get(2))) {
      taken.add(new Taken(form, fields, bits.toString()));
    }
  }

  private static int sum(String text, int star) {
    return text.substring(1, star).chars().reduce(0, (so, letter) -> so ^ letter);
  }

  private static int given(String text, int star) {
    return Integer.parseInt(text.substring(star + 1, star + 3), 16);
  }

  private void unpack(int letter) {
    int six = letter >= '`' ? letter - '`' + 40 : letter - '0';
    String digits = Integer.toBinaryString(six);
    bits.append("0".repeat(6 - digits.length())).append(digits);
  }

  /** All whole messages so far. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** How many lines were no sentence. */
  public int wrong() {
    return wrong;
  }
}
