// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import io.wayside.core.data.Value;
import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StreamCount;

/** A stream's completeness as JSON content. */
public final class StreamJson {

  private StreamJson() {}

  /** Missing numbers as a list of [first, last], at most so many of them. */
  public static Value.Fields of(StreamCount count, int mostGaps) {
    return Value.Fields.with("gateway", count.key().gateway())
        .and("stream", count.key().stream())
        .and("first", count.first())
        .and("contiguousThrough", count.contiguousThrough())
        .and("highest", count.highest())
        .and("count", count.count())
        .and("missing", count.missing())
        .and("missingRanges", count.gaps().stream().limit(mostGaps).map(StreamJson::pair).toList())
        .and("thinned", count.thinned())
        .and("lost", count.lost())
        .and("chainBreaks", count.chainBreaks())
        .and("repeated", count.repeated())
        .and("conflicting", count.conflicting())
        .and("refused", count.refused())
        .and("lastHeard", count.lastHeard().toString())
        .and("proven", count.proven())
        .build();
  }

  private static Value pair(Range gap) {
    return new Value.Many(
        java.util.List.of(new Value.Whole(gap.first()), new Value.Whole(gap.last())));
  }
}
