// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers of records that lost their content, as few regular runs as they come in. */
final class Runs {

  /** The numbers {@code first}, {@code first + step} … {@code last} of a stream. */
  record Run(String stream, long first, long last, long step) {

    long records() {
      return (last - first) / step + 1;
    }

    Value.Fields body() {
      return Value.Fields.with("stream", stream)
          .and("first", first)
          .and("last", last)
          .and("step", step)
          .and("records", records())
          .build();
    }
  }

  private Runs() {}

  /** The runs of ascending numbers of one stream; they name these numbers and no other. */
  static List<Run> of(String stream, List<Long> numbers) {
    List<Run> runs = new ArrayList<>();
    int begin = 0;
    while (begin < numbers.size()) {
      int end = begin;
      long step = 1;
      if (begin + 1 < numbers.size()) {
        step = numbers.get(begin + 1) - numbers.get(begin);
        end = begin + 1;
        while (end + 1 < numbers.size() && numbers.get(end + 1) - numbers.get(end) == step) {
          end++;
        }
        if (end == begin + 1 && end + 1 < numbers.size()) {
          // Two are no pattern when a third does not follow: the second may begin one.
          end = begin;
          step = 1;
        }
      }
      runs.add(new Run(stream, numbers.get(begin), numbers.get(end), step));
      begin = end + 1;
    }
    return runs;
  }

  /** The body of {@code journal-thinned/1}. */
  static Value.Fields body(String reason, Map<String, List<Long>> numbersByStream) {
    List<Value> runs = new ArrayList<>();
    numbersByStream.forEach(
        (stream, numbers) -> of(stream, numbers).forEach(run -> runs.add(run.body())));
    return Value.Fields.with("reason", reason).and("runs", runs).build();
  }
}
