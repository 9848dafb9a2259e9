// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.time.Stamp;
import io.wayside.weighing.statics.Gap;

/** The body of a {@code weighing-gap/1}. */
final class GapBody {

  private GapBody() {}

  static Value.Fields of(Gap gap, String scaleId, Stamp from, Stamp to) {
    boolean known = gap.fromNanos().isPresent();
    FieldsBuilder body = Value.Fields.with("scale", scaleId);
    body.and("from", known ? new Value.Text(from.wall().toString()) : Value.ABSENT);
    body.and("to", to.wall().toString());
    body.and(
        "durationS",
        known ? new Value.Real((to.monotonicNanos() - from.monotonicNanos()) / 1e9) : Value.ABSENT);
    return body.and("cause", gap.cause()).and("detail", gap.detail()).build();
  }
}
