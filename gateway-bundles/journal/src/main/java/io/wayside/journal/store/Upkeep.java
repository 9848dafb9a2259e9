// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

  private static final long LEAST_CHECKPOINT_BYTES = 256 * 1024;
  private static final long LOOK_EVERY_BYTES = 64 * 1024;

  /** What a commit adds to the log beside the records: pages that were only partly changed. */
  private static final long COMMIT_BYTES = 3 * 4096;

  private static final long HEADS_EVERY_MS = 1000;

  private static final long RESERVE_EVERY_MS = 5000;

  private final Reservations reservations;
  private final Space space;
  private final Supplier<Ledger> ledger;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean copying = new AtomicBoolean();
  private @Nullable Connection checkpoints;
  private volatile boolean copied;
  private volatile boolean headsChanged;
  private volatile long logBytes;
  private long lookAtBytes = LEAST_CHECKPOINT_BYTES;
  private @Nullable ScheduledFuture<?> reserveKept;

  Upkeep(
      Connection checkpoints,
      Reservations reservations,
      Space space,
      Supplier<Ledger> ledger,
      ScheduledExecutorService thread) {
    this.checkpoints = checkpoints;
    this.reservations = reservations;
    this.space = space;
    this.ledger = ledger;
    this.thread = thread;
  }

  /** Begins to keep the heads file up to date, and the reserve whole. */
  ScheduledFuture<?> start() {
    reserveKept =
        thread.scheduleWithFixedDelay(
            space.reserve()::fill, RESERVE_EVERY_MS, RESERVE_EVERY_MS, TimeUnit.MILLISECONDS);
    return thread.scheduleWithFixedDelay(
        this::refresh, HEADS_EVERY_MS, HEADS_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Closes the connection and goes on with another; null while there is none. */
  synchronized void replace(@Nullable Connection next) throws SQLException {
    Connection before = checkpoints;
    checkpoints = next;
    if (before != null) {
      before.close();
    }
  }

  /** Called by the writer after each commit of so many bytes. */
  void afterCommit(long bytes) throws SQLException {
    headsChanged = true;
    logGrew(bytes + COMMIT_BYTES);
    copyIfDue();
  }

  /** Called by the writer now and then: has the log copied when it has grown. */
  void copyIfDue() throws SQLException {
    if (copied) {
      copied = false;
      Database.checkpoint(ledger.get().connection());
      logBytes = 0;
      lookAtBytes = LEAST_CHECKPOINT_BYTES;
      copying.set(false);
    } else if (logBytes >= lookAtBytes) {
      lookAtBytes =
          logBytes + LOOK_EVERY_BYTES; // asking for the room costs as much as a small write
      if (logBytes >= mostLogBytes() && copying.compareAndSet(false, true)) {
        thread.execute(this::copy);
      }
    }
  }

  /** Called by the writer when the log grew otherwise than by records. */
  void logGrew(long bytes) {
    long before = logBytes;
    logBytes = before + bytes;
  }

  /** About how much of the log is not copied into the database yet. */
  long logBytes() {
    return logBytes;
  }

  /** Where there is little room on the file system, the log must not take it all. */
  private long mostLogBytes() {
    return Math.max(
        LEAST_CHECKPOINT_BYTES, Math.min(CHECKPOINT_BYTES, space.reserve().usableBytes() / 8));
  }

  private synchronized void copy() {
    try {
      if (checkpoints != null) {
        Database.checkpoint(checkpoints);
      }
    } catch (SQLException failed) {
      space.isFull(failed, 0);
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
      reservations.refresh(ledger.get());
    } catch (IOException failed) {
      space.isFull(failed, 0);
      LOG.warn("the journal's heads file could not be written: {}", failed.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    if (reserveKept != null) {
      reserveKept.cancel(false);
    }
    replace(null);
  }
}
