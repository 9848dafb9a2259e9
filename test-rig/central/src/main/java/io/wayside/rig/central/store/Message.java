// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.JournalRecord;
import java.time.Instant;

/**
 * What came from the broker, judged by its form and its hash but not yet compared with the store.
 */
public sealed interface Message {

  /** When it came. */
  Instant received();

  /** A record whose hash is right. */
  record Sound(JournalRecord record, String payload, Instant received) implements Message {}

  /**
   * Not a record, or not one that may come on this topic.
   *
   * @param claimed the stream its topic names; {@link StreamKey#UNKNOWN} when it names none
   * @param topic where it came
   * @param reason what is wrong with it, for people
   * @param payload as much of it as is kept, as hexadecimal digits
   * @param bytes its full length
   */
  record Unsound(
      StreamKey claimed, String topic, String reason, String payload, int bytes, Instant received)
      implements Message {}
}
