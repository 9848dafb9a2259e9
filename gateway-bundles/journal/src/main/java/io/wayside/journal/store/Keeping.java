// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is taken, what is removed and what is thinned, and the account of it. Used by who has the
 * writer's turn only, between its commits, each time for a short while.
 */
final class Keeping {

  private static final long EVERY_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long REFUSALS_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long ORPHANS_NANOS = Duration.ofHours(24).toNanos();

  /** What a removal and a few small rows add to the log, estimated: whole pages of 4096 bytes. */
  private static final long REMOVAL_LOG_BYTES = 64 * 4096;

  private static final long NOTE_LOG_BYTES = 8 * 4096;

  /** So many steps are made before the writer takes the next drafts. */
  private static final int STEPS = 8;

  /** The writer, as it is seen from here. */
  interface Desk {
    Ledger ledger();

    /** Commits these with what goes alongside, of about so many bytes, and answers them. */
    void commit(List<Pending> own, Alongside alongside, long logBytes);

    /** About so much was written to the log otherwise. */
    void logGrew(long bytes);

    /** Answers a draft that there is no room for. */
    void refuse(Pending pending, JournalException reason);
  }

  /** Something to be done between two commits. */
  interface Chore {
    void run(Ledger ledger) throws SQLException;
  }

  /** What lives as long as a database does. */
  private record Books(Marks marks, Thinning thinning, Refusals refusals, OrphanBlobs orphans) {}

  private final JournalSettings settings;
  private final Quota quota;
  private final Space space;
  private final Outboxes outboxes;
  private final Condition condition;
  private final Retention retention;
  private final BlobStore blobs;
  private final OwnRecords own;
  private final TimeSource time;
  private final LongSupplier logBytes;
  private final Queue<Chore> chores = new ConcurrentLinkedQueue<>();
  private @Nullable Books books;
  private @Nullable Admission lastAdmission;
  private boolean more;
  private boolean ranBefore;
  private long lastRunNanos;
  private boolean toldRefusals;
  private long toldRefusalsNanos;
  private long sweptNanos;

  Keeping(
      JournalSettings settings,
      Space space,
      Outboxes outboxes,
      Condition condition,
      BlobStore blobs,
      OwnRecords own,
      TimeSource time,
      LongSupplier logBytes) {
    this.settings = settings;
    this.quota = new Quota(settings.quotaBytes());
    this.space = space;
    this.outboxes = outboxes;
    this.condition = condition;
    this.blobs = blobs;
    this.retention = new Retention(blobs);
    this.own = own;
    this.time = time;
    this.logBytes = logBytes;
  }

  /** Makes room when there is little, then refuses what there is none for. */
  List<Pending> admit(Desk desk, List<Pending> batch) throws SQLException {
    space.measureIfDue(desk.ledger().connection());
    Admission admission = admission();
    if (admission.isShort()) {
      makeRoom(desk);
      admission = admission();
    }
    lastAdmission = admission;
    Admission.Split split = admission.split(batch);
    tell(admission, split);
    if (!split.refused().isEmpty()) {
      Refusals refusals = books(desk).refusals;
      for (Pending pending : split.refused()) {
        refusals.refused(pending, time.now().wall());
        desk.refuse(pending, new JournalException.Full(noRoomFor(admission, pending)));
      }
    }
    return split.admitted();
  }

  /**
   * Whether there is nothing to be done here, and was ample room for such a draft when {@link
   * #admit} last looked, at most half a second ago.
   */
  boolean takesAtOnce(Pending pending) {
    Admission last = lastAdmission;
    Books now = books;
    return last != null
        && now != null
        && !last.diskLow()
        && chores.isEmpty()
        && !more
        && !now.refusals.any()
        && now.orphans.isDone()
        && time.monotonicNanos() - lastRunNanos < EVERY_NANOS
        && !space.isMeasureDue()
        && space.usedBytes() + pending.bytes() <= quota.warnBytes();
  }

  /** The batch did not find room on the file system, and was answered so. */
  void refusedByDisk(Desk desk, List<Pending> batch) throws SQLException {
    for (Pending pending : batch) {
      if (!OwnRecords.isOwn(pending)) {
        books(desk).refusals.refused(pending, time.now().wall());
      }
    }
  }

  private Admission admission() {
    space.reserve().giveUpIfTight();
    return Admission.of(quota, space, logBytes.getAsLong());
  }

  private void tell(Admission admission, Admission.Split split) {
    if (!split.refused().isEmpty()) {
      condition.full(
          admission.diskLow()
              ? "the file system of "
                  + settings.folder()
                  + " is full; records are refused; free space on it"
              : "the journal's quota of "
                  + quota.bytes()
                  + " bytes is used up and nothing more may be dropped; records are refused;"
                  + " restore the uplink or raise journal.quota");
    } else if (split.usedBytes() < quota.relaxBytes() && !admission.diskLow()) {
      condition.full("");
    }
    condition.filling(
        split.usedBytes() > quota.warnBytes()
            ? "the journal uses more than 80 % of its quota of "
                + quota.bytes()
                + " bytes; restore the uplink or raise journal.quota"
            : "");
    condition.disk(
        admission.diskLow()
            ? "the file system of "
                + settings.folder()
                + " is nearly full, only money and enforcement are taken"
                + (space.reserve().isWhole() ? "" : " and the journal's reserve is given up")
                + "; free some space on it"
            : "");
  }

  private String noRoomFor(Admission admission, Pending pending) {
    String what = pending.importance() + " in stream " + pending.stream();
    return admission.diskLow()
        ? "the file system of "
            + settings.folder()
            + " leaves no room for "
            + what
            + "; free space on it"
        : "the journal's quota of "
            + quota.bytes()
            + " bytes leaves no room for "
            + what
            + "; restore the uplink or raise journal.quota";
  }

  /** First what every destination has goes, however young; then what may be thinned is thinned. */
  private void makeRoom(Desk desk) throws SQLException {
    for (int step = 0; step < STEPS && admission().wantsMore(); step++) {
      if (retention.remove(desk.ledger(), s -> outboxes.throughEverywhere(s.name()))) {
        desk.logGrew(REMOVAL_LOG_BYTES);
      } else if (!thin(desk)) {
        return;
      }
      space.measure(desk.ledger().connection());
    }
  }

  /** One step of thinning with the record that names it; false when nothing is left to thin. */
  private boolean thin(Desk desk) throws SQLException {
    Books now = books(desk);
    Stamp stamp = time.now();
    ThinningPlan plan =
        now.thinning.plan(
            desk.ledger().streams().values(), stream -> now.marks.headBefore(stream, stamp));
    if (plan == null || plan.thinned() == 0) {
      return plan != null;
    }
    Kept kept = new Kept();
    try {
      desk.commit(
          List.of(
              own.pending(
                  OwnRecords.THINNED,
                  Importance.EVENT,
                  Runs.body(
                      admission().diskLow() ? "file-system" : "quota",
                      Thinning.numbers(plan.portions())),
                  kept)),
          plan,
          plan.readBytes());
    } catch (JournalException.Refused impossible) {
      throw new IllegalStateException("the account of a thinning has no form", impossible);
    }
    if (kept.isKept()) {
      now.thinning.done(plan);
      retention.delete(plan.unused());
    }
    return kept.isKept();
  }

  /** Has this done soon; may be called by any thread. */
  void ask(Chore chore) {
    chores.add(chore);
  }

  /** Called after each batch, and now and then without one. */
  void after(Desk desk, List<Pending> admitted) throws SQLException {
    for (Chore chore = chores.poll(); chore != null; chore = chores.poll()) {
      chore.run(desk.ledger());
      desk.logGrew(NOTE_LOG_BYTES);
    }
    tellRefusals(desk, admitted);
    Stamp now = time.now();
    boolean due = !ranBefore || now.monotonicNanos() - lastRunNanos >= EVERY_NANOS;
    if (due) {
      books(desk).marks.noteIfDue(desk.ledger().streams().values(), this::through, now);
      books(desk).refusals.keep(desk.ledger().connection());
      desk.logGrew(NOTE_LOG_BYTES);
    }
    if (due || more) {
      ranBefore = true;
      lastRunNanos = now.monotonicNanos();
      more = retention.remove(desk.ledger(), stream -> longAcknowledged(desk, stream, now));
      if (more) {
        desk.logGrew(REMOVAL_LOG_BYTES);
        space.measure(desk.ledger().connection());
      }
    }
    sweep(desk, now);
  }

  private long through(StreamState stream) {
    return Math.min(outboxes.throughEverywhere(stream.name()), stream.head());
  }

  private long longAcknowledged(Desk desk, StreamState stream, Stamp now) throws SQLException {
    Duration keep = settings.keepAcknowledged();
    return keep.isZero()
        ? through(stream)
        : Math.min(through(stream), books(desk).marks.acknowledgedFor(stream, keep, now));
  }

  /** Once something is taken again; at most once a minute while it goes to and fro. */
  private void tellRefusals(Desk desk, List<Pending> admitted) throws SQLException {
    Refusals refusals = books(desk).refusals;
    if (!refusals.any()) {
      return;
    }
    boolean again =
        admitted.stream().anyMatch(pending -> refusals.names(pending.stream()))
            || (!admission().isShort() && !admission().diskLow());
    long now = time.monotonicNanos();
    if (!again || (toldRefusals && now - toldRefusalsNanos < REFUSALS_NANOS)) {
      return;
    }
    Kept kept = new Kept();
    try {
      desk.commit(
          List.of(own.pending(OwnRecords.REFUSED, Importance.ALARM, refusals.body(), kept)),
          Refusals::forget,
          0);
    } catch (JournalException.Refused impossible) {
      throw new IllegalStateException("the account of refusals has no form", impossible);
    }
    if (kept.isKept()) {
      toldRefusals = true;
      toldRefusalsNanos = now;
      refusals.recorded();
    }
  }

  /** A part of the blobs that no record names, at each start and once a day. */
  private void sweep(Desk desk, Stamp now) throws SQLException {
    OrphanBlobs orphans = books(desk).orphans;
    if (orphans.isDone() && now.monotonicNanos() - sweptNanos >= ORPHANS_NANOS) {
      orphans.begin();
    }
    if (!orphans.isDone()) {
      sweptNanos = now.monotonicNanos();
      orphans.step();
    }
  }

  /** A database that was replaced has books of its own. */
  private Books books(Desk desk) throws SQLException {
    Ledger ledger = desk.ledger();
    Books now = books;
    if (now == null || now.marks.connection() != ledger.connection()) {
      now =
          new Books(
              new Marks(
                  ledger.connection(),
                  Running.read(ledger.connection(), time.now()),
                  settings.keepAcknowledged()),
              new Thinning(ledger.connection(), settings.policy(), ledger.streams().values()),
              Refusals.read(ledger.connection()),
              new OrphanBlobs(ledger.connection(), blobs.folder(), settings.folder()));
      books = now;
      more = true;
    }
    return now;
  }

  /** Whether a record of the journal's own was kept; told before the commit returns. */
  private static final class Kept implements Pending.Answer {
    private boolean kept;

    @Override
    public void kept(RecordId id) {
      kept = true;
    }

    @Override
    public void notKept(JournalException reason) {
      kept = false;
    }

    boolean isKept() {
      return kept;
    }
  }
}
