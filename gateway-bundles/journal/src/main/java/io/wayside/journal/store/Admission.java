// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a batch there is room for. Pure.
 *
 * @param quota what may be occupied
 * @param usedBytes what is
 * @param diskLow whether the file system is nearly full, or was and the reserve is given up: then
 *     only money and enforcement are taken
 * @param roomBytes what is free on the file system and within the database, once the log is copied
 * @param untouchedBytes of that, what no record is given: for removing, acknowledging and copying
 */
record Admission(
    Quota quota, long usedBytes, boolean diskLow, long roomBytes, long untouchedBytes) {

  /** A record is written twice, to the log and from there to the database. */
  private static final int COPIES = 2;

  static Admission of(Quota quota, Space space, long logBytes) {
    Reserve reserve = space.reserve();
    long untouched = Math.max(LEAST_UNTOUCHED_BYTES, reserve.bytes() / 2);
    long room = reserve.usableBytes() + space.freeBytes() - logBytes - logBytes / 4;
    return new Admission(
        quota,
        space.usedBytes(),
        !reserve.isWhole() || room < LOW_TIMES * untouched,
        room,
        untouched);
  }

  private static final long LEAST_UNTOUCHED_BYTES = 1024 * 1024;
  private static final int LOW_TIMES = 4;

  /** The drafts in two parts, each in the order of the batch. */
  record Split(List<Pending> admitted, List<Pending> refused, long usedBytes) {}

  Split split(List<Pending> batch) {
    List<Pending> admitted = new ArrayList<>(batch.size());
    List<Pending> refused = new ArrayList<>();
    long used = usedBytes;
    for (Pending pending : batch) {
      if (OwnRecords.isOwn(pending) || fits(pending, used)) {
        used += pending.bytes();
        admitted.add(pending);
      } else {
        refused.add(pending);
      }
    }
    return new Split(admitted, refused, used);
  }

  private boolean fits(Pending pending, long used) {
    if (used + pending.bytes() > quota.limitFor(pending.importance())) {
      return false;
    }
    return !diskLow
        || (!pending.importance().mayBeDropped()
            && COPIES * (used - usedBytes + pending.bytes()) <= roomBytes - untouchedBytes);
  }

  /** Whether room must be made before more is taken. */
  boolean isShort() {
    return usedBytes > quota.warnBytes() || isShortOnDisk();
  }

  private boolean isShortOnDisk() {
    return diskLow && roomBytes < 2 * untouchedBytes;
  }

  /** Whether more room is to be made, once some was. */
  boolean wantsMore() {
    return usedBytes > quota.clearBytes() || isShortOnDisk();
  }
}
