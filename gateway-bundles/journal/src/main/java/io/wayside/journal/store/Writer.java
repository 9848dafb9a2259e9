// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.seal.SigningFailed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes, one batch at a time. Its thread takes what is queued, at once when it is idle; while it
 * commits, the queue collects the next batch. So many share one fsync. A thread that waits for its
 * record anyway and finds nobody at work commits it by itself: a lone writer waits for one fsync
 * and not for two changes of threads.
 */
final class Writer implements Runnable, Keeping.Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** Acknowledgements are kept with the next commit, or after this long without one. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final Ahead.Taken NOTHING = new Ahead.Taken(List.of(), null);

  /** Puts a new database in the place of a damaged one. */
  interface Revival {
    Ledger revive(String fault) throws IOException, SQLException;
  }

  private static final long REVIVE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final JournalSettings settings;
  private final Intake intake;
  private final Gathering gathering;
  private final Ahead ahead;
  private final Binding binding;
  private Ledger ledger;
  private final Space space;
  private final BlobStore blobs;
  private final Reservations reservations;
  private final Outboxes outboxes;
  private final Keeping keeping;
  private final Upkeep upkeep;
  private final Condition condition;
  private final TimeSource time;
  private final Revival revival;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Exception damage;
  private boolean revived;
  private long revivedNanos;

  Writer(
      JournalSettings settings,
      Intake intake,
      Ahead ahead,
      Binding binding,
      Ledger ledger,
      Space space,
      BlobStore blobs,
      Reservations reservations,
      Outboxes outboxes,
      Keeping keeping,
      Upkeep upkeep,
      Condition condition,
      TimeSource time,
      Revival revival) {
    this.settings = settings;
    this.intake = intake;
    this.gathering = new Gathering(intake, Gathering.MOST_NANOS);
    this.ahead = ahead;
    this.binding = binding;
    this.ledger = ledger;
    this.space = space;
    this.blobs = blobs;
    this.reservations = reservations;
    this.outboxes = outboxes;
    this.keeping = keeping;
    this.upkeep = upkeep;
    this.condition = condition;
    this.time = time;
    this.revival = revival;
  }

  /** Before it is started: another database took the place of the one it was made for. */
  void goOnWith(Ledger other) {
    ledger = other;
  }

  @Override
  public void run() {
    try {
      for (Ahead.Taken next = ahead.recall();
          next != null || !intake.isDrained();
          next = ahead.recall()) {
        if (next == null) {
          intake.await(IDLE_NANOS);
        }
        if (next != null || !intake.isEmpty()) {
          gathering.await();
        }
        Ahead.Taken ready = next;
        inTurn(() -> step(ready == null ? take() : withLate(ready)));
      }
      inTurn(() -> step(NOTHING)); // the last acknowledgements
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      intake.close();
      ahead.close();
      refuseTheRest();
    }
  }

  private void inTurn(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  /**
   * Commits one draft on the thread of who waits for it, when nothing else is under way or about to
   * be and nothing but the commit is to be done; then it was answered. False: it must go through
   * the queue.
   */
  boolean lead(Pending pending) {
    if (gathering.hasCompany() || !turn.tryLock()) {
      return false;
    }
    try {
      if (!isPlain(pending) || !intake.enterAlone(pending)) {
        return false;
      }
      if (write(List.of(pending), null, Alongside.NOTHING, false)) {
        upkeep.afterCommit(pending.bytes());
      }
      return true;
    } catch (SQLException failed) {
      troubled(failed);
      return true; // it was answered before
    } finally {
      turn.unlock();
    }
  }

  /** No room to be made, no file to be written, nothing to be mended: those are the thread's. */
  private boolean isPlain(Pending pending) {
    return damage == null
        && pending.blobs().isEmpty()
        && keeping.takesAtOnce(pending)
        && reservations.cover(ledger.headsAfter(List.of(pending)));
  }

  private Ahead.Taken take() {
    return new Ahead.Taken(intake.take(settings.maxBatchRows(), settings.maxBatchBytes()), null);
  }

  /**
   * On slow storage what came after the batch was bound goes with it: to bind it again takes less
   * than to let the late ones wait for one sync more.
   */
  private Ahead.Taken withLate(Ahead.Taken taken) {
    long bytes = taken.pendings().stream().mapToLong(Pending::bytes).sum();
    if (!gathering.isSlow() || bytes >= settings.maxBatchBytes()) {
      return taken;
    }
    List<Pending> late =
        intake.take(
            settings.maxBatchRows() - taken.pendings().size(), settings.maxBatchBytes() - bytes);
    if (late.isEmpty()) {
      return taken;
    }
    List<Pending> all = new ArrayList<>(taken.pendings());
    all.addAll(late);
    return new Ahead.Taken(all, null);
  }

  private void step(Ahead.Taken taken) {
    if (damage != null) {
      replaceDamaged(damage);
      damage = null;
    }
    List<Pending> admitted = taken.pendings();
    try {
      admitted = keeping.admit(this, admitted);
    } catch (SQLException | RuntimeException failed) {
      // Without a measure of what is used the commit is tried: it has its own way to fail.
      space.isFull(failed, 0);
      LOG.warn("the journal could not make room", failed);
    }
    boolean written = write(admitted, taken.bound(), Alongside.NOTHING, true);
    try {
      if (written) {
        upkeep.afterCommit(admitted.stream().mapToLong(Pending::bytes).sum());
      } else {
        upkeep.copyIfDue();
      }
      keeping.after(this, written ? admitted : List.of());
    } catch (SQLException failed) {
      troubled(failed);
    }
  }

  private void troubled(SQLException failed) {
    space.isFull(failed, 0);
    LOG.warn("journal upkeep failed, it is tried again: {}", failed.getMessage());
    noteDamage(failed);
  }

  /** Replacing the database is the thread's work, at its next step. */
  private void noteDamage(Exception failure) {
    if (Damage.isDamage(failure)) {
      damage = failure;
      intake.call();
    }
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void commit(List<Pending> own, Alongside alongside, long logBytes) {
    if (write(own, null, alongside, false)) {
      upkeep.logGrew(logBytes);
    }
  }

  @Override
  public void logGrew(long bytes) {
    upkeep.logGrew(bytes);
  }

  @Override
  public void refuse(Pending pending, JournalException reason) {
    answer(pending, reason);
  }

  /** True when something was written. */
  private boolean write(
      List<Pending> batch, @Nullable Bound ready, Alongside alongside, boolean more) {
    Outboxes.Changes changes = outboxes.takeChanges();
    if (batch.isEmpty() && changes.rows().isEmpty()) {
      return false;
    }
    Bound stored = null;
    try {
      for (Pending pending : batch) {
        blobs.write(pending.refs(), pending.blobs());
      }
      reservations.reserve(ledger.headsAfter(batch), ledger);
      Bound bound = bound(batch, ready);
      stored = bound;
      long begunNanos = time.monotonicNanos();
      ledger.commit(
          bound,
          changes.rows(),
          alongside,
          after -> {
            if (more && bound != null) {
              ahead.expect(after);
            }
          });
      gathering.committed(batch.size(), time.monotonicNanos() - begunNanos);
      condition.broken("");
      condition.keyless("");
      changes.kept();
      // Also when nothing was added: who waits until acknowledgements are kept is woken by it.
      outboxes.grew(bound == null ? List.of() : bound.moved().values());
      answer(batch, bound == null ? List.of() : bound.ids());
      return true;
    } catch (IOException | SQLException | SigningFailed failure) {
      changes.undo();
      afterFailure(batch, stored, failure);
      return false;
    }
  }

  private @Nullable Bound bound(List<Pending> batch, @Nullable Bound ready) {
    if (batch.isEmpty()) {
      return null;
    }
    return ready != null && ready.fits(batch, ledger.tip())
        ? ready
        : binding.bind(ledger.tip(), batch, time.now().wall());
  }

  /** A commit that reported failure may still have happened: the database is asked. */
  private void afterFailure(List<Pending> batch, @Nullable Bound stored, Exception failure) {
    boolean diskFull = space.isFull(failure, batch.stream().mapToLong(Pending::bytes).sum());
    try {
      ledger.restart(Contents.read(ledger.connection()));
      if (stored != null && stored.seal().isMadeAs(ledger.lastSeal())) {
        outboxes.grew(ledger.streams().values());
        answer(batch, stored.ids());
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
    if (diskFull) {
      countRefused(batch);
    }
    noteDamage(failure);
  }

  private void countRefused(List<Pending> batch) {
    try {
      keeping.refusedByDisk(this, batch);
    } catch (SQLException unreadable) {
      LOG.warn("refused drafts could not be counted: {}", unreadable.getMessage());
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

  private void answer(List<Pending> batch, List<RecordId> ids) {
    long bytes = 0;
    List<Answers.Wait> waits = new ArrayList<>(batch.size());
    List<RecordId> waitedFor = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      bytes += batch.get(i).bytes();
      if (batch.get(i).answer() instanceof Answers.Wait wait) {
        waits.add(wait);
        waitedFor.add(ids.get(i));
      } else {
        batch.get(i).answer().kept(ids.get(i));
      }
    }
    space.added(bytes);
    intake.answered(batch);
    Answers.Wait.allKept(waits, waitedFor);
  }

  private void answer(Pending pending, JournalException reason) {
    pending.answer().notKept(reason);
    intake.answered(List.of(pending));
  }

  private void refuseTheRest() {
    for (Pending pending : intake.take(Integer.MAX_VALUE, Long.MAX_VALUE)) {
      answer(pending, new JournalException.Unavailable("the journal is closed"));
    }
  }
}
