// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears whether something the journal found was recorded.
 *
 * @param what in a word or two
 */
record Recorded(String what) implements Pending.Answer {

  private static final Logger LOG = LoggerFactory.getLogger(Recorded.class);

  @Override
  public void kept(RecordId id) {
    LOG.info("the finding \"{}\" is recorded as {}", what, id);
  }

  @Override
  public void notKept(JournalException reason) {
    LOG.error("the finding \"{}\" could not be recorded", what, reason);
  }
}
