// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record of an order's step, read as plain text. */
record Kept(int second, String id, String step, boolean last, String code) {

  /** All orders that are on record, each with its steps in order. */
  static Map<String, List<Kept>> byOrder(List<JournalRecord> records) {
    Map<String, List<Kept>> orders = new LinkedHashMap<>();
    for (JournalRecord record : records) {
      Map<String, Value> body = record.body().values();
      if (body.containsKey("verb")) {
        Kept kept =
            new Kept(
                RigTime.secondOf(record.occurred()),
                text(body, "id"),
                text(body, "step"),
                new Value.Truth(true).equals(body.get("last")),
                text(body, "code"));
        orders.computeIfAbsent(kept.id(), id -> new ArrayList<>()).add(kept);
      }
    }
    return orders;
  }

  /** How often a rule took the light, by the records. */
  static int ruled(List<JournalRecord> records) {
    return (int)
        records.stream()
            .map(record -> record.body().values())
            .filter(body -> text(body, "step").equals("standing"))
            .filter(body -> text(body, "code").equals("took"))
            .count();
  }

  private static String text(Map<String, Value> body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
