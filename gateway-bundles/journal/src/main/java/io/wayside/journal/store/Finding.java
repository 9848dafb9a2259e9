// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import java.util.List;
import java.util.Map;

/**
 * Something found wrong with what was kept, to be recorded as {@code journal-gap/1} and told in
 * health.
 *
 * @param cause a stable word: {@code damaged}, {@code lost}, {@code old-image}, {@code
 *     other-gateway}, {@code key-replaced}, {@code record-damaged}
 * @param message for people
 * @param quarantine name of the folder where the files were put, empty when none were
 * @param gaps numbers that will not come again, by stream
 */
record Finding(String cause, String message, String quarantine, Map<String, Span> gaps) {

  /** First and last number of a gap. */
  record Span(long first, long last) {}

  /** As the body of a record. */
  Value.Fields body() {
    List<Value> spans =
        gaps.entrySet().stream()
            .<Value>map(
                e ->
                    Value.Fields.with("stream", e.getKey())
                        .and("first", e.getValue().first())
                        .and("last", e.getValue().last())
                        .build())
            .toList();
    return Value.Fields.with("cause", cause)
        .and("message", message)
        .and("quarantine", quarantine.isEmpty() ? Value.ABSENT : new Value.Text(quarantine))
        .and("gaps", spans)
        .build();
  }
}
