// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;
import java.util.List;

/**
 * How complete a stream is.
 *
 * @param key which stream
 * @param first lowest number stored
 * @param contiguousThrough up to here none from 1 on is missing; explained ones are not missing
 * @param highest highest number stored
 * @param count numbers stored
 * @param missing numbers from 1 to the highest that are neither stored nor explained
 * @param thinned numbers that are not stored because the gateway left them out to save room, and
 *     said so
 * @param lost numbers that are not stored because the gateway lost them, and said so
 * @param gaps the first of the missing numbers, as ranges
 * @param chainBreaks records whose previous hash is not the hash of the record before them
 * @param repeated times a stored record came again, unchanged
 * @param conflicting times a stored number came again with another content
 * @param refused messages of this stream that were not records
 * @param lastHeard when the latest message of this stream came
 */
public record StreamCount(
    StreamKey key,
    long first,
    long contiguousThrough,
    long highest,
    long count,
    long missing,
    long thinned,
    long lost,
    List<Range> gaps,
    long chainBreaks,
    long repeated,
    long conflicting,
    long refused,
    Instant lastHeard) {

  /** Missing numbers are listed as at most so many ranges; {@link #missing} counts all of them. */
  public static final int MOST_GAPS = 1000;

  static StreamCount of(StreamKey key, Completeness numbers, StreamTotals totals) {
    return new StreamCount(
        key,
        numbers.first(),
        numbers.contiguousThrough(),
        numbers.highest(),
        numbers.count(),
        numbers.missing(),
        numbers.thinned(),
        numbers.lost(),
        numbers.gaps(),
        totals.chainBreaks(),
        totals.repeated(),
        totals.conflicting(),
        totals.refused(),
        totals.lastHeard());
  }

  public StreamCount {
    gaps = List.copyOf(gaps);
  }

  /**
   * Nothing missing without an explanation, every link of the chain in place, no number with two
   * contents.
   */
  public boolean proven() {
    return missing == 0 && chainBreaks == 0 && conflicting == 0;
  }
}
