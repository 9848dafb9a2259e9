// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.gate.GateRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges by the records alone: a fare is owed when its tap was allowed and somebody was seen to
 * pass on it. Nobody may owe more than his journeys cost, whatever became of the gateway.
 */
final class GateJudge {

  private final Map<Long, JournalRecord> allowed = new HashMap<>();
  private final Map<Long, Integer> ends = new HashMap<>();
  private final Map<String, Long> owed = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Journeys that were charged rightly. */
  int right;

  /** Journeys that were not charged, or not in full. */
  int less;

  /** Who got by on nobody's tap, by the records. */
  int unpaid;

  GateJudge(List<JournalRecord> records) {
    for (JournalRecord record : records) {
      if (record.kind().equals(GateRecords.UNPAID)) {
        unpaid++;
        continue;
      }
      long tap = whole(record, "tap");
      switch (text(record, "event")) {
        case "decided" -> decided(tap, record);
        case "passed", "lapsed" -> ended(tap, record);
        default -> wrong.add("no such event: " + record.body());
      }
    }
    allowed.keySet().stream()
        .filter(tap -> ends.getOrDefault(tap, 0) != 1)
        .forEach(tap -> wrong.add("tap " + tap + " has " + ends.getOrDefault(tap, 0) + " ends"));
  }

  private void decided(long tap, JournalRecord record) {
    if (text(record, "verdict").equals("allowed") && allowed.put(tap, record) != null) {
      wrong.add("tap " + tap + " is decided on twice");
    }
  }

  private void ended(long tap, JournalRecord record) {
    JournalRecord decided = allowed.get(tap);
    if (decided == null) {
      wrong.add("tap " + tap + " ends and was not allowed");
      return;
    }
    ends.merge(tap, 1, Integer::sum);
    boolean seen = !record.body().get("unproven").equals(new Value.Truth(true));
    if (text(record, "event").equals("passed") && seen) {
      owed.merge(text(decided, "token"), whole(decided, "fareMinor"), Long::sum);
    }
  }

  /**
   * Compares with what is true.
   *
   * @param due what the journeys of each medium cost that ended here
   */
  List<String> against(Map<String, List<Long>> due) {
    due.forEach(
        (token, fares) -> {
          long all = fares.stream().mapToLong(Long::longValue).sum();
          long paid = owed.getOrDefault(token, 0L);
          if (paid == all) {
            right += fares.size();
          } else if (paid < all) {
            less++;
          } else {
            wrong.add(token + " owes " + paid + " for journeys of " + all);
          }
        });
    owed.forEach(
        (token, paid) -> {
          if (paid > 0 && !due.containsKey(token)) {
            wrong.add(token + " owes " + paid + " and never left");
          }
        });
    return wrong;
  }

  private static String text(JournalRecord record, String name) {
    return record.body().get(name) instanceof Value.Text text ? text.value() : "";
  }

  private static long whole(JournalRecord record, String name) {
    return record.body().get(name) instanceof Value.Whole whole ? whole.value() : 0;
  }
}
