// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.time.Instant;

/**
 * Each step of an order as {@code aid-order/1}. What was done to a light that ships rely on is as
 * important as enforcement and never dropped. The stream is its own, so that its last records tell
 * all that has to be known after a restart.
 */
public final class OrderRecords {

  public static final RecordKind KIND = new RecordKind("aid-order", 1);

  private final String aid;

  /**
   * @param aid as its streams are named
   */
  public OrderRecords(String aid) {
    this.aid = aid;
  }

  public String stream() {
    return "waterway-orders." + aid;
  }

  /**
   * One step.
   *
   * @param published as it is after the step
   * @param forgottenUntil as {@link Recalled#forgottenUntil}
   */
  Draft draft(
      Note note, Stamp occurred, Provenance by, Published published, Instant forgottenUntil) {
    FieldsBuilder body =
        Value.Fields.with("aid", aid)
            .and("id", note.id())
            .and("step", note.step().word())
            .and("last", note.last())
            .and("code", note.code())
            .and("words", note.words());
    note.asked().ifPresent(asked -> asked(body, asked));
    body.and("published", textOrAbsent(published.character()))
        .and("agreed", textOrAbsent(published.agreed()))
        .and(
            "forgottenUntil",
            forgottenUntil.equals(Instant.MIN)
                ? Value.ABSENT
                : new Value.Text(forgottenUntil.toString()));
    return new Draft(stream(), KIND, Importance.ENFORCEMENT, occurred, by, body.build());
  }

  private static void asked(FieldsBuilder body, Asked asked) {
    body.and("verb", asked.verb().word())
        .and("value", asked.value())
        .and("actor", asked.actor())
        .and("face", asked.face())
        .and("reason", asked.reason())
        .and("expires", asked.expires().toString())
        .and("leaseS", asked.lease().toSeconds());
  }

  private static Value textOrAbsent(String text) {
    return text.isEmpty() ? Value.ABSENT : new Value.Text(text);
  }
}
