// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a batch there is room for. Pure.
 *
 * @param quota what may be occupied
 * @param usedBytes what is
 * @param reserveGone whether the file system was full and the reserve was given up: then only money
 *     and enforcement are taken, and of the room left half a reserve is kept for removing,
 *     acknowledging and copying the log
 * @param roomBytes what is free on the file system and within the database
 * @param untouchedBytes of that, what no record is given while the reserve is gone
 */
record Admission(
    Quota quota, long usedBytes, boolean reserveGone, long roomBytes, long untouchedBytes) {

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
    return !reserveGone
        || (!pending.importance().mayBeDropped()
            && used - usedBytes + pending.bytes() <= roomBytes - untouchedBytes);
  }

  /** Whether room must be made before more is taken. */
  boolean isShort() {
    return usedBytes > quota.warnBytes() || isShortOnDisk();
  }

  private boolean isShortOnDisk() {
    return reserveGone && roomBytes < untouchedBytes;
  }

  /** Whether more room is to be made, once some was. */
  boolean wantsMore() {
    return usedBytes > quota.clearBytes() || isShortOnDisk();
  }
}
