// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How what may be missing stands in a record: null, a known gap. */
final class Forms {

  private Forms() {}

  static Value text(Optional<String> text) {
    return text.<Value>map(Value.Text::new).orElse(Value.ABSENT);
  }

  static Value whole(Optional<? extends Number> number) {
    return number.<Value>map(n -> new Value.Whole(n.longValue())).orElse(Value.ABSENT);
  }

  static Value real(Optional<Double> number) {
    return number.filter(Double::isFinite).<Value>map(Value.Real::new).orElse(Value.ABSENT);
  }

  static List<Value> texts(Collection<String> texts) {
    return texts.stream().<Value>map(Value.Text::new).toList();
  }

  /** Seconds from one moment to another. */
  static double seconds(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / 1e9;
  }
}
