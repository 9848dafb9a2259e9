// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A lane's talk with its office. On the lane's thread only; nothing in it waits.
 *
 * @param asks whether the policy has tags asked about
 * @param withinNanos how late an answer may come
 */
public record OfficeTalk(LaneOffice office, boolean asks, long withinNanos) {

  boolean isReachable() {
    return office.isReachable();
  }

  OptionalLong settledThrough(String stream) {
    return office.settledThrough(stream);
  }

  /**
   * Asks about a tag.
   *
   * @param heard called on another thread
   */
  void ask(LaneOrigin origin, TagNumber tag, Instant at, Consumer<TagAnswer> heard) {
    if (asks) {
      office.ask(new TagQuestion(tag, origin.station(), origin.lane(), at), withinNanos, heard);
    }
  }
}
