// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Leaves;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as metrics of its stream: which record it is, then the single values of its body under
 * the kind's name. Elements of lists are left to the native record, to which sequence and hash
 * lead.
 */
final class RecordMetrics {

  private RecordMetrics() {}

  static Map<String, Value> of(JournalRecord record) {
    Map<String, Value> metrics = new LinkedHashMap<>();
    metrics.put("Record/Kind", new Value.Text(record.kind().toString()));
    metrics.put("Record/Sequence", new Value.Whole(record.id().sequence()));
    metrics.put("Record/Hash", new Value.Text(record.hash()));
    String prefix = record.kind().name() + "/";
    for (Leaves.Leaf leaf : Leaves.of(record.body(), "/", false)) {
      metrics.putIfAbsent(prefix + leaf.name(), leaf.value());
    }
    return metrics;
  }
}
