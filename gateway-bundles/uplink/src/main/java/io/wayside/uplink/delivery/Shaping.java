// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.util.Optional;

/**
 * How much goes out, and in what pieces.
 *
 * @param freshSharePercent the share of the link for new records while a backlog waits; 0: strictly
 *     in sequence
 * @param ceilingBitsPerS the most that is handed to the broker; 0: no limit
 * @param largestMessageBytes topic and payload of the largest message that may be sent
 * @param batching empty: each record is a message of its own
 */
public record Shaping(
    int freshSharePercent,
    long ceilingBitsPerS,
    int largestMessageBytes,
    Optional<Batching> batching) {

  /** Half the link for what is new, no ceiling, 128 KiB, no batches. */
  public static final Shaping STANDARD = new Shaping(50, 0, 128 * 1024, Optional.empty());
}
