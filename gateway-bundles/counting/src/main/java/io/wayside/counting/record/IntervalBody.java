// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.counting.interval.Counts;
import io.wayside.counting.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The body of a {@code count-interval/1}. An interval that was not observed has no counts. */
final class IntervalBody {

  private IntervalBody() {}

  static Value.Fields of(Interval interval, String scheme) {
    FieldsBuilder body =
        Value.Fields.with("interval", interval.span().code())
            .and("slotFrom", interval.slot().from().toString())
            .and("slotTo", interval.slot().to().toString())
            .and("from", interval.from().toString())
            .and("to", interval.to().toString())
            .and("slotS", interval.slot().seconds())
            .and("observedS", interval.observedS())
            .and("measuredS", interval.measuredS())
            .and("completeness", interval.completeness())
            .and("causes", interval.causes().stream().sorted().map(Value.Text::new).toList())
            .and("revision", interval.revision())
            .and("scheme", scheme)
            .and("occupancy", Words.number(interval.occupancy()));
    if (interval.counts().late() > 0) {
      body.and("late", interval.counts().late());
    }
    return body.and("counts", interval.blind() ? Value.ABSENT : counts(interval.counts())).build();
  }

  private static Value.Fields counts(Counts counts) {
    return Value.Fields.with("vehicles", counts.vehicles())
        .and("doubtful", counts.doubtful())
        .and("byClass", byClass(counts.byClass()))
        .and("pcu", counts.pcu())
        .and("withoutPcu", counts.withoutPcu())
        .and("speeds", counts.speedsMps().n())
        .and("meanMps", Words.number(counts.speedsMps().mean()))
        .and("p85Mps", Words.number(counts.speedsMps().percentile()))
        .and("headways", counts.headwaysS().n())
        .and("meanHeadwayS", Words.number(counts.headwaysS().mean()))
        .and("p15HeadwayS", Words.number(counts.headwaysS().percentile()))
        .build();
  }

  private static Value.Many byClass(Map<String, Map<String, Integer>> byClass) {
    List<Value> rows = new ArrayList<>();
    new TreeMap<>(byClass)
        .forEach(
            (name, ways) ->
                new TreeMap<>(ways)
                    .forEach(
                        (way, n) ->
                            rows.add(
                                Value.Fields.with("class", name)
                                    .and("direction", way)
                                    .and("vehicles", n)
                                    .build())));
    return new Value.Many(rows);
  }
}
