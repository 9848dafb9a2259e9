// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import java.util.List;

/**
 * Something found wrong with what was kept, to be recorded as {@code journal-gap/1} and told in
 * health.
 *
 * @param cause a stable word: {@code damaged}, {@code lost}, {@code old-image}, {@code
 *     other-gateway}, {@code key-replaced}, {@code key-exposed}, {@code heads-lost}, {@code
 *     heads-old}, {@code record-damaged}
 * @param message for people
 * @param quarantine name of the folder where the files were put, empty when none were
 * @param gaps numbers that will not come again
 */
record Finding(String cause, String message, String quarantine, List<Span> gaps) {

  /** So many gaps are named one by one; the table of gaps has them all. */
  private static final int MOST_GAPS = 1000;

  /** First and last number of a gap in a stream. */
  record Span(String stream, long first, long last) {}

  Finding {
    gaps = List.copyOf(gaps);
  }

  /** A finding that cost no number. */
  Finding(String cause, String message, String quarantine) {
    this(cause, message, quarantine, List.of());
  }

  /** As the body of a record. */
  Value.Fields body() {
    List<Value> spans =
        gaps.stream()
            .limit(MOST_GAPS)
            .<Value>map(
                span ->
                    Value.Fields.with("stream", span.stream())
                        .and("first", span.first())
                        .and("last", span.last())
                        .build())
            .toList();
    String more =
        gaps.size() > MOST_GAPS ? "; " + (gaps.size() - MOST_GAPS) + " gaps more, not named" : "";
    return Value.Fields.with("cause", cause)
        .and("message", message + more)
        .and("quarantine", quarantine.isEmpty() ? Value.ABSENT : new Value.Text(quarantine))
        .and("gaps", spans)
        .build();
  }
}
