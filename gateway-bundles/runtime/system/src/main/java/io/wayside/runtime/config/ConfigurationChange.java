// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.config;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Brings a store to what is wanted and touches only what differs. */
public final class ConfigurationChange {

  /** What became of a configuration. */
  public enum Outcome {
    ADDED,
    CHANGED,
    REMOVED,
    UNCHANGED;

    /** As the launcher reads it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private ConfigurationChange() {}

  /** Removes first, so that a part that moved to another id frees its device before. */
  public static Map<String, Outcome> apply(
      Map<String, Map<String, Object>> wanted, ConfigurationStore store) throws IOException {
    Map<String, Map<String, Object>> current = store.current();
    Map<String, Outcome> outcomes = new TreeMap<>();
    for (String pid : current.keySet()) {
      if (!wanted.containsKey(pid)) {
        store.remove(pid);
        outcomes.put(pid, Outcome.REMOVED);
      }
    }
    for (Map.Entry<String, Map<String, Object>> entry : wanted.entrySet()) {
      Map<String, Object> before = current.get(entry.getKey());
      boolean same = before != null && same(before, entry.getValue());
      if (!same) {
        store.put(entry.getKey(), entry.getValue());
      }
      outcomes.put(
          entry.getKey(),
          same ? Outcome.UNCHANGED : before == null ? Outcome.ADDED : Outcome.CHANGED);
    }
    return outcomes;
  }

  static boolean same(Map<String, Object> left, Map<String, Object> right) {
    return left.keySet().equals(right.keySet())
        && left.keySet().stream()
            .allMatch(
                key ->
                    Arrays.deepEquals(new Object[] {left.get(key)}, new Object[] {right.get(key)}));
  }
}
