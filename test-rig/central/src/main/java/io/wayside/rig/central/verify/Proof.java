// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import io.wayside.rig.central.store.StreamKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found of a stream.
 *
 * @param records how many were read
 * @param highest highest number stored; 0 when there is none
 * @param claimed highest number a believed statement names; more than {@code highest} means that
 *     the end of the stream has not come
 * @param proven how many records a believed statement vouches for
 * @param by the last statement that vouches for a stored record
 * @param bad how many records, links or statements do not hold
 * @param firstBad the first of these
 */
public record Proof(
    StreamKey key,
    long records,
    long highest,
    long claimed,
    long proven,
    Optional<Vouched> by,
    long bad,
    Optional<Fault> firstBad) {

  /** A statement's word for a record and all before it without a gap between. */
  public record Vouched(long sequence, String key, Instant written) {}

  /** A number and what is wrong with it. */
  public record Fault(long sequence, String reason) {}

  public boolean holds() {
    return bad == 0;
  }
}
