// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears whether a statement over the heads was recorded. */
record Stated(Runnable whenKept) implements Pending.Answer {

  private static final Logger LOG = LoggerFactory.getLogger(Stated.class);

  @Override
  public void kept(RecordId id) {
    whenKept.run();
  }

  @Override
  public void notKept(JournalException reason) {
    LOG.warn("the heads could not be stated, it is tried again: {}", reason.getMessage());
  }
}
