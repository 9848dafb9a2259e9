// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints and the heads file, away from the writer. When the log has grown, a connection of its
 * own copies it into the database while the writer goes on; then the writer copies the little that
 * came meanwhile, and its next commit begins the log anew.
 */
final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final long CHECKPOINT_BYTES = 8L * 1024 * 1024;
  private static final long HEADS_EVERY_MS = 1000;

  private final Path wal;
  private final Connection checkpoints;
  private final Reservations reservations;
  private final Ledger ledger;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean copying = new AtomicBoolean();
  private volatile boolean copied;
  private volatile boolean headsChanged;
  private long logBytes;
  private int sinceMeasured;

  Upkeep(
      Path wal,
      Connection checkpoints,
      Reservations reservations,
      Ledger ledger,
      ScheduledExecutorService thread) {
    this.wal = wal;
    this.checkpoints = checkpoints;
    this.reservations = reservations;
    this.ledger = ledger;
    this.thread = thread;
  }

  /** Begins to keep the heads file up to date. */
  ScheduledFuture<?> start() {
    return thread.scheduleWithFixedDelay(
        this::refresh, HEADS_EVERY_MS, HEADS_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Called by the writer after each commit. */
  void afterCommit() throws SQLException {
    headsChanged = true;
    if (copied) {
      copied = false;
      Database.checkpoint(ledger.connection());
      copying.set(false);
      return;
    }
    if (++sinceMeasured >= 64) {
      sinceMeasured = 0;
      logBytes = size();
    }
    if (logBytes >= CHECKPOINT_BYTES && copying.compareAndSet(false, true)) {
      logBytes = 0;
      thread.execute(this::copy);
    }
  }

  private void copy() {
    try {
      Database.checkpoint(checkpoints);
    } catch (SQLException failed) {
      LOG.warn("the journal's log could not be copied, it is tried again: {}", failed.getMessage());
    } finally {
      copied = true;
    }
  }

  private void refresh() {
    if (!headsChanged) {
      return;
    }
    headsChanged = false;
    try {
      reservations.refresh(ledger);
    } catch (IOException failed) {
      LOG.warn("the journal's heads file could not be written: {}", failed.getMessage());
    }
  }

  private long size() {
    try {
      return Files.size(wal);
    } catch (IOException none) {
      return 0;
    }
  }

  @Override
  public void close() throws SQLException {
    checkpoints.close();
  }
}
