// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.outbox.Ranges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs of numbers, ascending and apart, as people and programs write them: {@code 1-4,9-9}. */
final class Spans {

  private final List<Range> spans = new ArrayList<>();

  void add(long first, long last) {
    spans.add(new Range(first, last));
  }

  List<Range> all() {
    return spans;
  }

  long size() {
    return spans.stream().mapToLong(Range::size).sum();
  }

  /** What of {@code first … last} is in none of them. */
  Spans missingBetween(long first, long last) {
    Spans missing = new Spans();
    long at = first;
    for (Range span : spans) {
      if (span.first() > at) {
        missing.add(at, Math.min(span.first() - 1, last));
      }
      at = Math.max(at, span.last() + 1);
    }
    if (at <= last) {
      missing.add(at, last);
    }
    return missing;
  }

  @Override
  public String toString() {
    return spans.stream().map(s -> s.first() + "-" + s.last()).collect(Collectors.joining(","));
  }
}
