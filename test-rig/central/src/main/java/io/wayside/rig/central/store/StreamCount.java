// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;
import java.util.List;

/**
 * How complete a stream is.
 *
 * @param key which stream
 * @param first lowest number stored
 * @param contiguousThrough up to here none from 1 on is missing
 * @param highest highest number stored
 * @param count numbers stored
 * @param missing numbers from 1 to the highest that are not stored
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
    List<Range> gaps,
    long chainBreaks,
    long repeated,
    long conflicting,
    long refused,
    Instant lastHeard) {

  /** Missing numbers are listed as at most so many ranges; {@link #missing} counts all of them. */
  public static final int MOST_GAPS = 1000;

  public StreamCount {
    gaps = List.copyOf(gaps);
  }

  /** Nothing missing, every link of the chain in place, no number with two contents. */
  public boolean proven() {
    return missing == 0 && chainBreaks == 0 && conflicting == 0;
  }
}
