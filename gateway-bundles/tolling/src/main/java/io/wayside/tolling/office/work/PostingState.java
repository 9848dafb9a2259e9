// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.tolling.office.LaneStanding;
import io.wayside.tolling.office.PostingTally;
import java.util.List;
import java.util.Map;

/**
 * How posting stands.
 *
 * @param waiting records of all kinds that the outbox still has
 * @param through by stream, up to which number nothing waits
 * @param failure the journal's last words when it could not be read; else empty
 */
record PostingState(
    PostingTally tally,
    long waiting,
    List<LaneStanding> lanes,
    Map<String, Long> through,
    String failure) {

  static final PostingState BEGINNING =
      new PostingState(PostingTally.NOTHING, 0, List.of(), Map.of(), "");
}
