// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.Value;
import java.util.List;

/**
 * The lane numbers of a shift.
 *
 * @param first the first that belongs to it and is not late; 0 without any
 * @param last the last of them
 * @param gaps numbers for which no record was given, before one of the shift
 */
public record LaneNumbers(String stream, long first, long last, List<Gap> gaps) {

  public LaneNumbers {
    gaps = List.copyOf(gaps);
  }

  /** Numbers without a record, both ends included. */
  public record Gap(long first, long last) {
    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  Value toValue() {
    return Value.Fields.with("stream", stream)
        .and("first", first == 0 ? Value.ABSENT : new Value.Whole(first))
        .and("last", last == 0 ? Value.ABSENT : new Value.Whole(last))
        .and("gaps", gaps.stream().<Value>map(gap -> new Value.Text(gap.toString())).toList())
        .build();
  }
}
