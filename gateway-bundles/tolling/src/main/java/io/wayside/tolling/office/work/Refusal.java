// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;

/**
 * A record that the office will never take.
 *
 * @param stream of the lane
 * @param number there
 * @param kind of the record
 * @param reason the office's own words
 */
record Refusal(String stream, long number, String kind, String reason) {

  static Refusal of(JournalRecord record, String reason) {
    return new Refusal(
        record.id().stream(), record.id().sequence(), record.kind().toString(), reason);
  }

  /** Reads it from the record that was made of it. */
  static Refusal from(Fields body) {
    Fields of = body.member("of");
    return new Refusal(
        of.text("stream").orElse(""),
        of.whole("number").orElse(0L),
        of.text("kind").orElse(""),
        body.text("reason").orElse(""));
  }

  Value.Fields toValue() {
    return Value.Fields.with("stream", stream)
        .and("number", number)
        .and("kind", kind)
        .and("reason", reason)
        .build();
  }

  @Override
  public String toString() {
    return stream + "/" + number + " (" + (reason.isEmpty() ? "no reason given" : reason) + ")";
  }
}
