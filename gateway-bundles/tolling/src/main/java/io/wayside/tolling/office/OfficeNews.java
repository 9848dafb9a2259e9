// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;

/** Hears what the office makes of records; called on the posting thread. */
public interface OfficeNews {

  /**
   * A record that it will never take: a person has to look at it. It is acknowledged when this
   * returns.
   *
   * @throws JournalException when that could not be put on record; the posting session has to begin
   *     anew then
   */
  void rejected(JournalRecord record, String reason) throws JournalException;

  /** A request failed; the same is tried again. */
  void troubled(String stream, OfficeTrouble trouble, int failures);
}
