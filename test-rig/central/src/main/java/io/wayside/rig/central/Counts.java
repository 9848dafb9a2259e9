// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.store.StreamCount;
import java.util.List;
import java.util.function.ToLongFunction;

/** How complete the store is, stream by stream and in sum. */
public record Counts(List<StreamCount> streams) {

  public Counts {
    streams = List.copyOf(streams);
  }

  public long stored() {
    return sum(StreamCount::count);
  }

  /** Numbers that are not stored and that nobody explained. */
  public long missing() {
    return sum(StreamCount::missing);
  }

  /** Numbers whose content the gateways left out, and said so. */
  public long thinned() {
    return sum(StreamCount::thinned);
  }

  /** Numbers the gateways lost, and said so. */
  public long lost() {
    return sum(StreamCount::lost);
  }

  public long chainBreaks() {
    return sum(StreamCount::chainBreaks);
  }

  /** Messages that came again, unchanged, and were not stored twice. */
  public long repeated() {
    return sum(StreamCount::repeated);
  }

  public long conflicting() {
    return sum(StreamCount::conflicting);
  }

  public long refused() {
    return sum(StreamCount::refused);
  }

  /**
   * Nothing missing without an explanation, every link of every chain in place, no number with two
   * contents.
   */
  public boolean proven() {
    return streams.stream().allMatch(StreamCount::proven);
  }

  private long sum(ToLongFunction<StreamCount> column) {
    return streams.stream().mapToLong(column).sum();
  }
}
