// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with one trial. */
public final class Verdict {

  /** What can be wrong. */
  public enum Wrong {
    /** Accepted, and not at the centre. */
    MISSING("missing at the centre"),
    /** Twice at the centre, under one number or two. */
    DOUBLED("doubled at the centre"),
    /** Not what was handed in. */
    ALTERED("altered"),
    /** At the centre, and never accepted. */
    INVENTED("never accepted, yet there"),
    /** The cursor went over it, and no broker had acknowledged it. */
    SKIPPED("taken for delivered without an acknowledgement"),
    /** Came to the broker out of its order within one connection. */
    DISORDERED("out of order in a connection"),
    /** More came again than one window for each cut. */
    REPEATED("repeats above one window per cut"),
    /** Not through in the time there was. */
    STUCK("stuck"),
    /** Nothing was proved: the fault never struck, or the trial itself failed. */
    VOID("faults that never struck, failed trials");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final Map<Wrong, List<String>> wrongs = new EnumMap<>(Wrong.class);

  /** One more thing wrong. */
  public void add(Wrong wrong, String detail) {
    wrongs.computeIfAbsent(wrong, w -> new ArrayList<>()).add(detail);
  }

  /** How many there are of each, and the first of them. */
  public String first() {
    StringBuilder text = new StringBuilder();
    wrongs.forEach(
        (wrong, what) ->
            text.append(text.isEmpty() ? "" : "; ")
                .append(wrong.words())
                .append(' ')
                .append(what.size())
                .append(": ")
                .append(what.get(0)));
    return text.toString();
  }

  public Map<Wrong, List<String>> wrongs() {
    return wrongs;
  }

  public boolean holds() {
    return wrongs.isEmpty();
  }
}
