// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with one journal after one cut. */
final class Verdict {

  /** What can be wrong. */
  enum Wrong {
    /** An accepted record is gone and nobody acknowledged it. */
    LOST("lost accepted records"),
    /** A record is not what it was, or the chain, a number or a seal does not hold. */
    BROKEN("chain breaks"),
    /** The centre would have the same twice, or two records under one number. */
    DOUBLE("doubles at the centre"),
    /** The journal does not open or does not go on. */
    STUCK("journals that did not go on");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final Map<Wrong, List<String>> wrongs = new EnumMap<>(Wrong.class);
  private String finding = "";

  void add(Wrong wrong, String detail) {
    wrongs.computeIfAbsent(wrong, w -> new ArrayList<>()).add(detail);
  }

  /** The journal found something itself, and recorded it. */
  void found(String code) {
    finding = code;
  }

  String finding() {
    return finding;
  }

  Map<Wrong, List<String>> wrongs() {
    return wrongs;
  }

  boolean holds() {
    return wrongs.isEmpty();
  }
}
