// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.office.LaneStanding;

/** An office as the answer to the verb {@code state}. */
final class OfficeBody {

  private OfficeBody() {}

  static Value.Fields of(PostingState posting, Questions questions, Refusals refusals) {
    Questions.Counts counts = questions.counts();
    return Value.Fields.with("reachable", questions.isReachable())
        .and("trouble", questions.trouble())
        .and(
            "questions",
            Value.Fields.with("asked", counts.asked())
                .and("answered", counts.answered())
                .and("late", counts.late())
                .and("silent", counts.silent())
                .and("unasked", counts.unasked())
                .build())
        .and("accepted", posting.tally().accepted())
        .and("duplicates", posting.tally().duplicates())
        .and("rejected", posting.tally().rejected())
        .and("waiting", posting.waiting())
        .and("lanes", posting.lanes().stream().map(OfficeBody::lane).toList())
        .and("refused", refusals.count())
        .and("refusals", refusals.shown().stream().map(Refusal::toValue).toList())
        .build();
  }

  private static Value.Fields lane(LaneStanding lane) {
    FieldsBuilder fields =
        Value.Fields.with("stream", lane.stream())
            .and("waiting", lane.waiting())
            .and("failures", lane.failures())
            .and("trouble", lane.trouble());
    lane.oldest().ifPresent(at -> fields.and("oldest", at.toString()));
    return fields.build();
  }
}
