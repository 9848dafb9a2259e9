// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.journal.Backlog;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a station that stops still owes the journal. */
final class LastRecords {

  private static final Logger LOG = LoggerFactory.getLogger(LastRecords.class);

  private LastRecords() {}

  /** Waits until the journal has them; what it does not take in time goes to the log. */
  static void await(Backlog backlog, String stationId, long patienceMs)
      throws InterruptedException {
    try {
      backlog.emptied().get(patienceMs, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notAccepted) {
      LOG.error(
          "{} stops with records the journal did not take: {}", stationId, backlog.contents());
    }
  }
}
