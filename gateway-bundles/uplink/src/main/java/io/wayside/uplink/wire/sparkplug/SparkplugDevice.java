// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The metrics one stream has shown so far, with their aliases and current values, and whether its
 * station works.
 */
final class SparkplugDevice {

  /** What a record brings beyond so many metrics is in the native record only. */
  static final int MOST_METRICS = 256;

  private static final class Known {
    final long alias;
    MetricType type;
    Optional<Value> current = Optional.empty();
    long currentMs; // of the value, or of the declaration while there is none
    long latestMs = Long.MIN_VALUE; // of the values shown, historical ones among them

    Known(long alias, MetricType type, long atMs) {
      this.alias = alias;
      this.type = type;
      this.currentMs = atMs;
    }

    void show(Optional<Value> value, long atMs) {
      current = value;
      currentMs = atMs;
      latestMs = atMs;
    }
  }

  private final LongSupplier aliases;
  private final Map<String, Known> metrics = new LinkedHashMap<>();
  private boolean born;
  private boolean failed;
  private boolean behind;

  SparkplugDevice(LongSupplier aliases) {
    this.aliases = aliases;
  }

  /** Makes room for these values; true when something must be declared by a birth first. */
  boolean learn(Map<String, Value> values, long nowMs) {
    boolean changed = false;
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      Optional<MetricType> type = MetricType.of(entry.getValue());
      Known known = metrics.get(entry.getKey());
      if (type.isEmpty()) {
        continue;
      }
      if (known == null && metrics.size() < MOST_METRICS) {
        metrics.put(entry.getKey(), new Known(aliases.getAsLong(), type.get(), nowMs));
        changed = true;
      } else if (known != null && !known.type.takes(entry.getValue())) {
        known.type = type.get();
        known.current = Optional.empty();
        known.currentMs = nowMs;
        changed = true;
      }
    }
    return changed;
  }

  /** Whether hosts take it for alive. */
  boolean born() {
    return born;
  }

  /** A node's birth makes all its devices unknown. */
  void forget() {
    born = false;
  }

  /** Whether the station that feeds it cannot work. */
  boolean failed() {
    return failed;
  }

  /** Its station failed, or works again; returns whether that is news. */
  boolean turned(boolean nowFailed) {
    boolean news = failed != nowFailed;
    failed = nowFailed;
    return news;
  }

  void die() {
    born = false;
  }

  /** Whether hosts were shown newer values only as history. */
  boolean behind() {
    return behind;
  }

  /** All that was ever shown, with current values; it counts as born from then on. */
  List<Metric> declarations() {
    born = true;
    behind = false;
    List<Metric> all = new ArrayList<>();
    metrics.forEach(
        (name, known) ->
            all.add(
                Metric.declared(name, known.alias, known.currentMs, known.type, known.current)));
    return all;
  }

  /**
   * The values by alias. Those of a record that is not historical become the current ones, and so
   * do historical ones when nothing newer is known; hosts hear of that by the next birth.
   */
  List<Metric> data(Map<String, Value> values, long atMs, boolean historical) {
    List<Metric> data = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          Known known = metrics.get(name);
          if (known != null) {
            Optional<Value> fitting = fitting(value, known.type);
            if (!historical || atMs > known.latestMs) {
              known.show(fitting, atMs);
              behind |= historical;
            }
            data.add(Metric.data(known.alias, atMs, historical, fitting));
          }
        });
    return data;
  }

  private static Optional<Value> fitting(Value value, MetricType type) {
    if (value instanceof Value.Absent) {
      return Optional.empty();
    }
    if (type == MetricType.DOUBLE && value instanceof Value.Whole whole) {
      return Optional.of(new Value.Real(whole.value()));
    }
    return Optional.of(value);
  }
}
