// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.office.LaneStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the worst thing is with an office, and what to do about it. */
final class OfficeHealth {

  /** One failure is nothing, the next request mends it. */
  private static final int MANY = 3;

  private OfficeHealth() {}

  static Health judge(
      PostingState posting, long refused, List<Refusal> last, String silence, long nanos) {
    if (!posting.failure().isEmpty()) {
      return new Health(
          Status.FAILED,
          "journal-unread",
          "nothing is posted to the office: "
              + posting.failure()
              + "; look at the journal's health",
          nanos);
    }
    if (refused > 0) {
      return degraded(
          "records-refused",
          "the office will not take "
              + refused
              + " records, the last is "
              + last.get(last.size() - 1)
              + ": settle them with the office, correct what is wrong, then say seen",
          nanos);
    }
    Optional<LaneStanding> stuck =
        posting.lanes().stream()
            .filter(lane -> lane.failures() >= MANY)
            .max(Comparator.comparingInt(LaneStanding::failures));
    if (stuck.isPresent()) {
      return degraded(
          "not-posted",
          "records of "
              + stuck.get().stream()
              + " wait: "
              + stuck.get().trouble()
              + "; look at the way to the office and ask there",
          nanos);
    }
    if (!silence.isEmpty()) {
      return degraded(
          "office-silent",
          "lanes decide by their lists, the office is not asked: "
              + silence
              + "; look at the way to the office and ask there",
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health degraded(String code, String words, long nanos) {
    return new Health(Status.DEGRADED, code, words, nanos);
  }
}
