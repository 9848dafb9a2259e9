// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.proof.SignedHeads;
import io.wayside.journal.seal.Signer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal over a folder with an SQLite database; safe for any number of threads. */
public final class SqliteJournal implements Journal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
  private static final long CHORE_S = 20;
  private static final RecordKind GAP = new RecordKind("journal-gap", 1);

  private final JournalSettings settings;
  private final TimeSource time;
  private final ProvenanceSource provenance;
  private final Works works;
  private final Drafting drafting;
  private final Watching watching = new Watching();

  private SqliteJournal(
      JournalSettings settings,
      TimeSource time,
      ProvenanceSource provenance,
      Drafting drafting,
      Works works) {
    this.settings = settings;
    this.time = time;
    this.provenance = provenance;
    this.works = works;
    this.drafting = drafting;
  }

  /**
   * Opens the journal in whatever state it is found. What is damaged is moved aside, told in health
   * and recorded.
   *
   * @throws IOException when the folder cannot be used at all: another process has it, or it cannot
   *     be written
   */
  public static SqliteJournal open(
      JournalSettings settings, TimeSource time, ProvenanceSource provenance) throws IOException {
    return open(settings, time, provenance, Optional.empty());
  }

  /**
   * Opens the journal with a key from elsewhere.
   *
   * @param given what seals instead of the key the settings name
   */
  static SqliteJournal open(
      JournalSettings settings,
      TimeSource time,
      ProvenanceSource provenance,
      Optional<Signer> given)
      throws IOException {
    Drafting drafting = new Drafting(settings.maxRecordBytes(), settings.maxBlobBytes());
    OwnRecords own = new OwnRecords(drafting, time, provenance);
    Works works = Works.start(settings, time, own, given);
    SqliteJournal journal = new SqliteJournal(settings, time, provenance, drafting, works);
    works.onFinding(journal::report);
    works.findings().forEach(journal::report);
    try {
      works.statements().lookForKey();
      works.begin(journal.watching, journal::tick);
    } catch (JournalException unreadable) {
      works.stop();
      throw new IOException("the journal in " + settings.folder() + " cannot begin", unreadable);
    }
    return journal;
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    CompletableFuture<RecordId> future = new CompletableFuture<>();
    try {
      offer(pending(draft, new Answers.Later(future, works.notifier())));
    } catch (JournalException notTaken) {
      future.completeExceptionally(notTaken);
    }
    return future;
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException, InterruptedException {
    Answers.Wait wait = new Answers.Wait();
    Pending pending = pending(draft, wait);
    if (!works.lead(pending)) {
      offer(pending);
    }
    return wait.await();
  }

  private Pending pending(Draft draft, Pending.Answer answer) throws JournalException.Refused {
    if (settings.policy().overruledFor(draft.kind(), draft.importance())) {
      works
          .condition()
          .policy(
              "journal.thin names "
                  + draft.kind().name()
                  + ", which comes as "
                  + draft.importance()
                  + " in stream "
                  + draft.stream()
                  + " and is kept all the same; take it out of the list");
    }
    return drafting.pending(draft, answer);
  }

  private void offer(Pending pending) throws JournalException {
    switch (works.offer(pending)) {
      case TAKEN -> {}
      case FULL ->
          throw new JournalException.Busy(
              "the journal's queue of " + settings.maxQueue() + " drafts is full; try again");
      case CLOSED -> throw new JournalException.Unavailable("the journal is closed");
    }
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) throws JournalException {
    StreamState stream = works.streams().get(id.stream());
    if (stream == null || !id.gateway().equals(settings.gateway())) {
      return Optional.empty();
    }
    try {
      RecordReader.Run run = works.reader().read(stream, id.sequence(), id.sequence());
      if (run.rows().isEmpty() || run.rows().get(0).isThinned()) {
        return Optional.empty();
      }
      if (run.before().isEmpty()) {
        throw new JournalException.Unavailable("the record before " + id + " is gone");
      }
      return Optional.of(run.rows().get(0).record(run.before().get()));
    } catch (GarbledData damaged) {
      throw new JournalException.Unavailable(String.valueOf(damaged.getMessage()), damaged);
    } catch (SQLException unreadable) {
      throw new JournalException.Unavailable("record " + id + " cannot be read", unreadable);
    }
  }

  @Override
  public List<JournalRecord> last(String name, int most) throws JournalException {
    StreamState stream = works.streams().get(name);
    try {
      return stream == null ? List.of() : LatestRecords.of(works.reader(), stream, most);
    } catch (SQLException unreadable) {
      throw new JournalException.Unavailable(
          "the last records of stream " + name + " cannot be read; see the journal's health",
          unreadable);
    }
  }

  @Override
  public Outbox outbox(String destination) throws JournalException {
    if (!Names.isValid(destination)) {
      throw new JournalException.Refused(
          "destination \"" + destination + "\" must be lower-case letters, digits, hyphens, dots");
    }
    synchronized (watching) {
      Optional<StoredOutbox> known = works.outbox(destination);
      StoredOutbox outbox =
          known.isPresent() ? known.get() : works.openOutbox(destination, watching);
      outbox.claim();
      return outbox;
    }
  }

  /**
   * Forgets a destination: what only it held is released. Waits until that is on stable storage.
   *
   * @return how many records it had not acknowledged
   * @throws JournalException.Refused when there is none of that name, or it is in use
   */
  public long forgetDestination(String destination) throws JournalException, InterruptedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (watching) {
      StoredOutbox outbox =
          works
              .outbox(destination)
              .orElseThrow(
                  () ->
                      new JournalException.Refused(
                          "the journal knows no destination " + destination));
      if (outbox.isInUse()) {
        throw new JournalException.Refused(
            "destination "
                + destination
                + " is in use; take its uplink out of the site document first");
      }
      long backlog = outbox.backlog();
      works.forget(outbox, done);
      try {
        done.get(CHORE_S, TimeUnit.SECONDS);
        return backlog;
      } catch (ExecutionException | TimeoutException failed) {
        throw new JournalException.Unavailable(
            "destination " + destination + " could not be forgotten; see the journal's health",
            failed);
      }
    }
  }

  /** Room, destinations and streams, as the body of an answer. */
  public Value.Fields status() throws JournalException {
    try {
      return works.survey();
    } catch (SQLException unreadable) {
      throw new JournalException.Unavailable("the journal cannot be read", unreadable);
    }
  }

  /** How the journal is; never blocks. */
  public Health health() {
    return works.condition().health();
  }

  /**
   * Keeps what was accepted, then stops; nothing is accepted any more. It says nothing of its own
   * here: the uplinks have ended before it, and what they have not sent would look missing.
   */
  @Override
  public void close() {
    works.stop();
  }

  /** Every second: the key, and the statement over the heads when it is time. */
  void tick() {
    works.statements().lookForKey();
    works.statement().ifPresent(this::state);
  }

  private void state(SignedHeads statement) {
    try {
      offer(
          pending(
              own(SignedHeads.KIND, Importance.EVENT, statement.body()),
              new Stated(works.statements()::kept)));
    } catch (JournalException notTaken) {
      LOG.warn("the heads could not be stated, it is tried again: {}", notTaken.getMessage());
    }
  }

  private Draft own(RecordKind kind, Importance importance, Value.Fields body) {
    return new Draft(OwnRecords.STREAM, kind, importance, time.now(), provenance.current(), body);
  }

  private void report(Finding finding) {
    works.condition().found(finding);
    LOG.error("journal: {}: {}", finding.cause(), finding.message());
    Draft draft = own(GAP, Importance.ALARM, finding.body());
    try {
      offer(pending(draft, new Recorded(finding.cause())));
    } catch (JournalException notTaken) {
      LOG.error("the finding \"{}\" could not be recorded", finding.cause(), notTaken);
    }
  }

  /** Reports each damaged record and each destination that is ahead once. */
  private final class Watching implements StoredOutbox.Watch {
    @Override
    public void damaged(String stream, long first, long last, String reason) {
      if (works.firstReport(stream + "/" + first)) {
        report(
            new Finding(
                "record-damaged", reason, "", List.of(new Finding.Span(stream, first, last))));
      }
    }

    @Override
    public void ahead(String destination, RecordId id) {
      if (works.firstReport(destination + "/" + id.stream())) {
        report(
            new Finding(
                "old-image",
                destination
                    + " acknowledged "
                    + id
                    + ", which this journal has not reached: it was restored from an older copy",
                ""));
      }
    }
  }
}
