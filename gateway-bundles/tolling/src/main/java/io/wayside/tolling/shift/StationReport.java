// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.Value;
import java.util.List;

/**
 * A shift of a station, with what each of its lanes comes to.
 *
 * @param sum of all lanes
 * @param parts the lanes' own reports
 * @param missing streams of lanes that have no report of the shift: nothing was written there
 */
record StationReport(ShiftReport sum, Span span, List<KeptReport> parts, List<String> missing) {

  StationReport {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /** Of all lanes, lane by lane: what is too much in one does not make up for another. */
  List<Difference> differences() {
    return parts.stream().flatMap(part -> Difference.of(part.report()).stream()).toList();
  }

  Value perLane() {
    return new Value.Many(parts.stream().map(StationReport::part).toList());
  }

  private static Value part(KeptReport kept) {
    ShiftReport lane = kept.report();
    return Value.Fields.with("stream", kept.stream())
        .and("report", kept.number())
        .and("revision", kept.revision())
        .and("passages", lane.occasions().passages())
        .and("violations", lane.occasions().violations())
        .and("records", lane.records())
        .and("sums", ShiftRecords.sums(lane.sums()))
        .build();
  }
}
