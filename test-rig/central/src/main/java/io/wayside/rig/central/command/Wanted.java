// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.command;

import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.central.store.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** Records of a stream that are to be sent once more. */
public record Wanted(StreamKey key, Range numbers) {

  /** A few stored records between two gaps are sent again rather than another command. */
  static final long NEAR = 20;

  /** What is missing of a stream, gaps that lie near each other as one. */
  public static List<Wanted> missing(StreamCount count) {
    List<Wanted> wanted = new ArrayList<>();
    for (Range gap : count.gaps()) {
      Range last = wanted.isEmpty() ? gap : wanted.get(wanted.size() - 1).numbers();
      boolean near = !wanted.isEmpty() && gap.first() - last.last() <= NEAR;
      if (near) {
        wanted.remove(wanted.size() - 1);
      }
      wanted.add(new Wanted(count.key(), near ? new Range(last.first(), gap.last()) : gap));
    }
    return wanted;
  }
}
