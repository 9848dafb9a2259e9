// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.tolling.tag.TagNumber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was let pass without the office's word: by tag for one day, by lane until the office took it
 * over. It is not kept anywhere: after a start the caller tells it again from the records. Not for
 * several threads.
 */
public final class OfflineLedger {

  private final int mostTags;
  private final Map<TagNumber, Long> byTag = new HashMap<>();
  private final Map<String, Long> byLane = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /**
   * @param mostTags how many are counted on one day; those beyond are treated as at their limit
   */
  public OfflineLedger(int mostTags) {
    this.mostTags = mostTags;
  }

  /**
   * A passage that the tag owes for.
   *
   * @param on the local day of the passage; one before the newest day counts for the lane alone
   */
  public void owed(TagNumber tag, String lane, LocalDate on, long minor) {
    byLane.merge(lane, minor, OfflineLedger::sum);
    turnTo(on);
    if (on.equals(day) && (byTag.containsKey(tag) || byTag.size() < mostTags)) {
      byTag.merge(tag, minor, OfflineLedger::sum);
    }
  }

  /** The office took over passages of a lane, or refused them: the lane may owe as much again. */
  public void settled(String lane, long minor) {
    byLane.computeIfPresent(lane, (name, owed) -> owed > minor ? owed - minor : null);
  }

  /** What a tag owes for a day; empty when the ledger is full and cannot know. */
  OptionalLong ofTag(TagNumber tag, LocalDate on) {
    if (!on.equals(day)) {
      return OptionalLong.of(0);
    }
    Long owed = byTag.get(tag);
    if (owed == null) {
      return byTag.size() < mostTags ? OptionalLong.of(0) : OptionalLong.empty();
    }
    return OptionalLong.of(owed);
  }

  /** What a lane owes altogether. */
  public long ofLane(String lane) {
    return byLane.getOrDefault(lane, 0L);
  }

  private void turnTo(LocalDate on) {
    if (on.isAfter(day)) {
      day = on;
      byTag.clear();
    }
  }

  /** As much as can be said when it is too much. */
  static long sum(long one, long other) {
    long sum = one + other;
    return sum < one ? Long.MAX_VALUE : sum;
  }
}
