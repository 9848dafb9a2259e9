// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.tag.IssuerProfile;
import io.wayside.tolling.tag.Issuers;
import io.wayside.tolling.tag.TagNumber;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chips behind tag numbers, as they passed this lane. A number can be written to another tag, a
 * chip's own number cannot: one number with two chips is a copy and its original. On the lane's
 * thread only.
 */
final class Chips {

  private static final int MOST = 10_000;

  private final Issuers issuers;
  private final Map<TagNumber, String> chips =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TagNumber, String> eldest) {
          return size() > MOST;
        }
      };

  Chips(Issuers issuers) {
    this.issuers = issuers;
  }

  /** A tag passed in an earlier run. */
  void recall(TagNumber tag, String tid) {
    if (profile(tag).isPresent()) {
      chips.putIfAbsent(tag, tid);
    }
  }

  /**
   * What is wrong with a tag that passes now; nothing where its issuer's tags are not checked.
   *
   * @param several whether two chips said its number just now
   */
  Set<Flag> check(TagNumber tag, Optional<String> tid, boolean several) {
    Optional<IssuerProfile> profile = profile(tag);
    if (profile.isEmpty()) {
      return Set.of();
    }
    if (tid.isEmpty()) {
      return Set.of(LaneFlags.TID_UNREAD);
    }
    Set<Flag> flags = new LinkedHashSet<>();
    if (!profile.get().tidHolds(tid)) {
      flags.add(LaneFlags.TID_INVALID);
      if (several) {
        flags.add(LaneFlags.TID_CHANGED);
      }
      return flags; // no vehicle's chip is remembered as the tag's own
    }
    String before = chips.putIfAbsent(tag, tid.get());
    if (several || (before != null && !isSame(before, tid.get()))) {
      flags.add(LaneFlags.TID_CHANGED);
    }
    return flags;
  }

  /** Readers may be told to read fewer words than before. */
  private static boolean isSame(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private Optional<IssuerProfile> profile(TagNumber tag) {
    return issuers.profileOf(tag).filter(IssuerProfile::tidCheck);
  }
}
