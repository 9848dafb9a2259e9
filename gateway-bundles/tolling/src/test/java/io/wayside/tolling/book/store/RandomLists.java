// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.ListType;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Tags of many lengths, close to each other, and words for them. */
final class RandomLists {

  private static final int[] BITS = {
    96, 96, 96, 96, 1, 7, 8, 16, 62, 63, 64, 72, 88, 128, 495, 496
  };
  static final int PLATE_BYTES = 4;

  private final Random random;

  RandomLists(Random random) {
    this.random = random;
  }

  /** So many different tags; half of them differ from another in one bit or in their length. */
  List<TagNumber> tags(int count) {
    TreeSet<TagNumber> tags = new TreeSet<>(TrialIssuer.ORDER);
    List<TagNumber> made = new ArrayList<>();
    while (tags.size() < count) {
      TagNumber near = made.isEmpty() ? any() : made.get(random.nextInt(made.size()));
      TagNumber tag = random.nextBoolean() ? any() : neighbour(near);
      if (tags.add(tag)) {
        made.add(tag);
      }
    }
    return made;
  }

  private TagNumber any() {
    int bits = BITS[random.nextInt(BITS.length)];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits; i++) {
      text.append(random.nextInt(2));
    }
    return of(text.toString());
  }

  private TagNumber neighbour(TagNumber tag) {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < tag.bits(); i++) {
      bits.append(Character.digit(tag.epc().charAt(i / 4), 16) >> (3 - i % 4) & 1);
    }
    int at = random.nextInt(bits.length());
    if (random.nextInt(3) > 0) {
      bits.setCharAt(at, bits.charAt(at) == '0' ? '1' : '0');
    } else if (at > 0) {
      bits.setLength(at);
    }
    return of(bits.toString());
  }

  private static TagNumber of(String bits) {
    StringBuilder hex = new StringBuilder();
    String padded = bits + "0".repeat((8 - bits.length() % 8) % 8);
    for (int i = 0; i < padded.length(); i += 4) {
      hex.append(Integer.toHexString(Integer.parseInt(padded.substring(i, i + 4), 2)));
    }
    return new TagNumber(hex.toString(), bits.length());
  }

  /** What a list may say of a tag. */
  String words(ListType type) {
    return switch (type) {
      case ACCOUNTS ->
          (random.nextInt(5) == 0 ? "-" : String.valueOf(1 + random.nextInt(255)))
              + (random.nextInt(3) == 0 ? " low" : " ok")
              + (random.nextBoolean() ? String.format(" %08x", random.nextInt()) : "");
      case BLOCKED, STOLEN -> "";
      case EXEMPT, DISCOUNTED -> "reason-" + random.nextInt(9);
      case TICKETS -> tickets();
    };
  }

  private String tickets() {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int day = 1 + random.nextInt(28);
      words.append(
          String.format(
              "kind%d@%s:%d:2026-%02d-%02d:2027-01-%02d%s",
              random.nextInt(3),
              random.nextInt(3) == 0 ? "*" : "S" + random.nextInt(4),
              1 + random.nextInt(5),
              1 + random.nextInt(12),
              day,
              day,
              i > 0 ? " " : ""));
    }
    return words.toString();
  }

  Map<TagNumber, String> list(ListType type, List<TagNumber> from) {
    Map<TagNumber, String> list = new HashMap<>();
    int in = random.nextInt(6);
    from.stream().filter(tag -> random.nextInt(6) < in).forEach(tag -> list.put(tag, words(type)));
    return list;
  }
}
