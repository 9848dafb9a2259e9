// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The few words of a list (reasons, stations, kinds), each kept once and named by its number. */
public final class Words {

  static final int MOST = 4096;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._*-]{1,64}");

  private final List<String> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Begins with the words of an older table, under their old numbers. */
  public static Words of(List<String> words) {
    Words begun = new Words();
    words.forEach(begun::number);
    return begun;
  }

  static boolean isWord(String text) {
    return FORM.matcher(text).matches();
  }

  /** The number of a word; -1 when it is no word, or when there are too many. */
  int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    if (isFull() || !isWord(word)) {
      return -1;
    }
    numbers.put(word, all.size());
    all.add(word);
    return all.size() - 1;
  }

  boolean isFull() {
    return all.size() == MOST;
  }

  public List<String> all() {
    return List.copyOf(all);
  }
}
