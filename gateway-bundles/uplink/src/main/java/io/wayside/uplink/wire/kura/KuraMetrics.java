// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Leaves;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A record's metrics: who it is, then its body flattened with dots, at most {@link #MOST}. A value
 * that is absent, and one whose name is taken already, is left out; the body of the message has
 * everything.
 */
final class KuraMetrics {

  /** More would make the receiver's index explode. */
  static final int MOST = 256;

  private KuraMetrics() {}

  static Map<String, KuraValue> of(JournalRecord record) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("record.stream", new KuraValue.Text(record.id().stream()));
    metrics.put("record.sequence", new KuraValue.Int64(record.id().sequence()));
    metrics.put("record.kind", new KuraValue.Text(record.kind().toString()));
    metrics.put(
        "record.importance",
        new KuraValue.Text(record.importance().name().toLowerCase(Locale.ROOT)));
    metrics.put(
        "record.clock",
        new KuraValue.Text(record.occurred().clock().state().name().toLowerCase(Locale.ROOT)));
    for (Leaves.Leaf leaf : Leaves.of(record.body(), ".", true)) {
      if (metrics.size() == MOST) {
        break;
      }
      value(leaf.value()).ifPresent(v -> metrics.putIfAbsent(leaf.name(), v));
    }
    return metrics;
  }

  private static Optional<KuraValue> value(Value value) {
    if (value instanceof Value.Whole whole) {
      return Optional.of(new KuraValue.Int64(whole.value()));
    } else if (value instanceof Value.Real real) {
      return Optional.of(new KuraValue.Float64(real.value()));
    } else if (value instanceof Value.Truth truth) {
      return Optional.of(new KuraValue.Truth(truth.value()));
    } else if (value instanceof Value.Text text) {
      return Optional.of(new KuraValue.Text(text.value()));
    }
    return Optional.empty();
  }
}
