// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.seal.SigningFailed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what is queued, at once when it is idle; while it commits,
 * the queue collects the next batch. So a lone writer waits for one fsync and no more, and many
 * share one.
 */
final class Writer implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** Acknowledgements are kept with the next commit, or after this long without one. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Puts a new database in the place of a damaged one. */
  interface Revival {
    Ledger revive(String fault) throws IOException, SQLException;
  }

  private static final long REVIVE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final JournalSettings settings;
  private final Intake intake;
  private Ledger ledger;
  private final Space space;
  private final BlobStore blobs;
  private final Reservations reservations;
  private final Outboxes outboxes;
  private final Retention retention;
  private final Upkeep upkeep;
  private final Condition condition;
  private final TimeSource time;
  private final Revival revival;
  private final Quota quota;
  private boolean revived;
  private long revivedNanos;

  Writer(
      JournalSettings settings,
      Intake intake,
      Ledger ledger,
      Space space,
      BlobStore blobs,
      Reservations reservations,
      Outboxes outboxes,
      Retention retention,
      Upkeep upkeep,
      Condition condition,
      TimeSource time,
      Revival revival) {
    this.settings = settings;
    this.intake = intake;
    this.ledger = ledger;
    this.space = space;
    this.blobs = blobs;
    this.reservations = reservations;
    this.outboxes = outboxes;
    this.retention = retention;
    this.upkeep = upkeep;
    this.condition = condition;
    this.time = time;
    this.revival = revival;
    this.quota = new Quota(settings.quotaBytes());
  }

  /** Before it is started: another database took the place of the one it was made for. */
  void goOnWith(Ledger other) {
    ledger = other;
  }

  @Override
  public void run() {
    try {
      while (!intake.isDrained()) {
        step(intake.take(settings.maxBatchRows(), settings.maxBatchBytes(), IDLE_NANOS));
      }
      step(List.of()); // the last acknowledgements
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      intake.close();
      refuseTheRest();
    }
  }

  private void step(List<Pending> batch) {
    List<Pending> admitted = batch;
    try {
      admitted = admit(batch);
    } catch (SQLException failed) {
      // Without a measure of what is used the commit is tried: it has its own way to fail.
      LOG.warn("the journal could not make room: {}", failed.getMessage());
    }
    boolean written = write(admitted);
    try {
      if (written) {
        upkeep.afterCommit(admitted.stream().mapToLong(Pending::bytes).sum());
      }
      if (retention.step(ledger, outboxes, time.now())) {
        space.measure(ledger.connection());
      }
    } catch (SQLException failed) {
      LOG.warn("journal upkeep failed, it is tried again: {}", failed.getMessage());
      if (Damage.isDamage(failed)) {
        replaceDamaged(failed);
      }
    }
  }

  /** Refuses what there is no room for; answers it here. */
  private List<Pending> admit(List<Pending> batch) throws SQLException {
    space.measureIfDue(ledger.connection());
    if (!batch.isEmpty() && space.usedBytes() > quota.warnBytes()) {
      retention.makeRoom(ledger, outboxes, space, quota.warnBytes());
    }
    List<Pending> admitted = new ArrayList<>(batch.size());
    List<Pending> refused = new ArrayList<>();
    long used = space.usedBytes();
    for (Pending pending : batch) {
      if (used + pending.bytes() > quota.limitFor(pending.importance())) {
        refused.add(pending);
      } else {
        used += pending.bytes();
        admitted.add(pending);
      }
    }
    if (!refused.isEmpty()) {
      condition.full(
          "the journal's quota of "
              + quota.bytes()
              + " bytes is used up and nothing more may be dropped; records are refused; restore"
              + " the uplink or raise journal.quota");
    } else if (used < quota.relaxBytes()) {
      condition.full("");
    }
    condition.filling(
        used > quota.warnBytes()
            ? "the journal uses more than 80 % of its quota of "
                + quota.bytes()
                + " bytes; restore the uplink or raise journal.quota"
            : "");
    for (Pending pending : refused) {
      answer(
          pending,
          new JournalException.Full(
              "the journal's quota of "
                  + quota.bytes()
                  + " bytes leaves no room for "
                  + pending.importance()
                  + " in stream "
                  + pending.stream()
                  + "; restore the uplink or raise journal.quota"));
    }
    return admitted;
  }

  /** True when something was written. */
  private boolean write(List<Pending> batch) {
    Outboxes.Changes changes = outboxes.takeChanges();
    if (batch.isEmpty() && changes.rows().isEmpty()) {
      return false;
    }
    long batchBefore = ledger.batch();
    try {
      for (Pending pending : batch) {
        blobs.write(pending.refs(), pending.blobs());
      }
      reservations.reserve(ledger.headsAfter(batch), ledger);
      Ledger.Committed committed = ledger.commit(batch, changes.rows(), time.now().wall());
      condition.broken("");
      condition.keyless("");
      outboxes.grew(committed.moved().values());
      answer(batch, committed.ids());
      return true;
    } catch (IOException | SQLException | SigningFailed failure) {
      changes.undo();
      afterFailure(batch, batchBefore, failure);
      return false;
    }
  }

  /** A commit that reported failure may still have happened: the database is asked. */
  private void afterFailure(List<Pending> batch, long batchBefore, Exception failure) {
    boolean diskFull = Damage.isFull(failure);
    if (diskFull && space.giveUpReserve()) {
      LOG.warn("the file system is full: the journal's reserve was given up");
    }
    Map<String, StreamState> before = ledger.streams();
    try {
      ledger.restart(Contents.read(ledger.connection()));
      if (ledger.batch() > batchBefore) {
        outboxes.grew(ledger.streams().values());
        answer(batch, ids(batch, before));
        return;
      }
      if (failure instanceof SigningFailed) {
        condition.keyless(String.valueOf(failure.getMessage()));
      } else {
        condition.broken(
            diskFull
                ? "the file system of " + settings.folder() + " is full; free space on it"
                : "the journal cannot write to "
                    + settings.folder()
                    + ": "
                    + failure.getMessage()
                    + "; check the storage");
      }
    } catch (SQLException unreadable) {
      failure.addSuppressed(unreadable);
      condition.broken(
          "the journal in "
              + settings.folder()
              + " cannot be read or written: "
              + unreadable.getMessage()
              + "; check the storage and restart");
    }
    LOG.error("a batch of {} drafts was not kept", batch.size(), failure);
    JournalException reason =
        diskFull
            ? new JournalException.Full(
                "the file system of " + settings.folder() + " is full; free space on it")
            : new JournalException.Unavailable(
                "the journal could not write to " + settings.folder() + "; see its health",
                failure);
    for (Pending pending : batch) {
      answer(pending, reason);
    }
    if (Damage.isDamage(failure)) {
      replaceDamaged(failure);
    }
  }

  /** A damaged database is moved aside and another begun, but not again and again. */
  private void replaceDamaged(Exception damage) {
    long now = time.monotonicNanos();
    if (revived && now - revivedNanos < REVIVE_NANOS) {
      return;
    }
    revived = true;
    revivedNanos = now;
    try {
      ledger = revival.revive(String.valueOf(damage.getMessage()));
      space.measure(ledger.connection());
      condition.broken("");
    } catch (IOException | SQLException failed) {
      LOG.error("the damaged journal could not be replaced", failed);
      condition.broken(
          "the journal in "
              + settings.folder()
              + " is damaged and could not be replaced: "
              + failed.getMessage()
              + "; check the storage");
    }
  }

  private List<RecordId> ids(List<Pending> batch, Map<String, StreamState> before) {
    Map<String, Long> heads = new HashMap<>();
    List<RecordId> ids = new ArrayList<>(batch.size());
    for (Pending pending : batch) {
      StreamState stream = before.get(pending.stream());
      long had = heads.getOrDefault(pending.stream(), stream == null ? 0 : stream.head());
      heads.put(pending.stream(), had + 1);
      ids.add(new RecordId(settings.gateway(), pending.stream(), had + 1));
    }
    return ids;
  }

  private void answer(List<Pending> batch, List<RecordId> ids) {
    long bytes = 0;
    for (int i = 0; i < batch.size(); i++) {
      bytes += batch.get(i).bytes();
      batch.get(i).answer().kept(ids.get(i));
    }
    space.added(bytes);
    intake.answered(batch);
  }

  private void answer(Pending pending, JournalException reason) {
    pending.answer().notKept(reason);
    intake.answered(List.of(pending));
  }

  private void refuseTheRest() {
    try {
      List<Pending> rest = intake.take(Integer.MAX_VALUE, Long.MAX_VALUE, 0);
      for (Pending pending : rest) {
        answer(pending, new JournalException.Unavailable("the journal is closed"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
