// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind an outcome. Times are monotonic nanoseconds of the boot it happened in.
 *
 * @param vehicle its number in this lane, never used twice
 * @param beganNanos first seen by a loop
 * @param endedNanos last
 * @param plateHash what the camera read
 * @param choice the tag taken for it
 * @param tags every tag heard while it was there, the best first
 * @param timeline loops and barrier, in order; the oldest 64 entries
 * @param flags doubts and circumstances, {@link LaneFlags}
 */
public record Evidence(
    long vehicle,
    Travel travel,
    long beganNanos,
    long endedNanos,
    Optional<String> plateHash,
    Optional<Choice> choice,
    List<TagEvidence> tags,
    List<Mark> timeline,
    Flags flags) {

  public Evidence {
    tags = List.copyOf(tags);
    timeline = List.copyOf(timeline);
  }
}
