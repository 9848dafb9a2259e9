// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which tags have passed here lately. Counts from the commit, never from a reading. */
final class Committed {

  private static final int MOST = 4_096;

  private final Map<TagNumber, Long> passed = new LinkedHashMap<>();

  void add(TagNumber tag, long nanos) {
    passed.remove(tag);
    passed.put(tag, nanos);
    if (passed.size() > MOST) {
      passed.remove(passed.keySet().iterator().next());
    }
  }

  boolean within(TagNumber tag, long now, long spanNanos) {
    Long at = passed.get(tag);
    return at != null && now - at < spanNanos;
  }
}
