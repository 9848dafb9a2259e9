// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.passage.Correction;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.CorrectionPolicy.Refusal;
import io.wayside.tolling.passage.CorrectionPolicy.Wish;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.TollRecords;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Corrections of a lane's passages as people ask for them: looked up, judged, agreed to by a second
 * person where that is needed, and written as new records behind everything else of the lane. On
 * the commands' thread, one at a time; the lane's own thread is not asked.
 */
final class Corrections {

  private static final long PATIENCE_MS = 2_000;

  private final LaneOrigin origin;
  private final CorrectionPolicy policy;
  private final String currency;
  private final RecordLine line;
  private final Recording recording;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final Consumer<Shift> late;
  private final LongConsumer charged;
  private final PassageFinder passages;
  private final CorrectionIndex index;
  private final OpenWishes open = new OpenWishes();
  private final CorrectionTurns turns;

  /**
   * @param late hears of shifts that are over and get a correction
   * @param charged hears of passages that somebody lets cost something
   * @param slow where the journal is read
   */
  Corrections(
      LaneParts parts,
      RecordLine line,
      CorrectionTurns turns,
      Consumer<Shift> late,
      LongConsumer charged,
      Executor slow) {
    LaneSettings settings = parts.settings();
    this.origin = settings.origin();
    this.policy =
        new CorrectionPolicy(settings.shifts(), parts.policy().aloneUpTo(), parts.fares().most());
    this.currency = parts.fares().currency().code();
    this.line = line;
    this.provenance = parts.provenance();
    this.time = parts.time();
    this.late = late;
    this.charged = charged;
    this.turns = turns;
    this.recording = new Recording(line, time);
    this.passages = new PassageFinder(origin, parts.journal());
    this.index = new CorrectionIndex(origin.stream(), parts.journal(), slow);
  }

  /** Somebody wishes a passage to cost something else. */
  CommandResult correct(Command command) {
    turns.take();
    try {
      CorrectionWish wish = CorrectionWish.of(command);
      return carryOut(wish, Optional.empty());
    } catch (CorrectionRefused refused) {
      return refused.toResult();
    } finally {
      turns.giveBack();
    }
  }

  /** A second person agrees to what was asked before. */
  CommandResult agree(Command command) {
    turns.take();
    try {
      String second = CorrectionWish.person(command);
      CorrectionWish wish = open.find(CorrectionWish.id(command), time.monotonicNanos());
      if (wish.isOf(second)) {
        throw new CorrectionRefused(
            "second-person-needed",
            second + " asked for correction " + wish.id() + "; somebody else must agree to it");
      }
      return carryOut(wish, Optional.of(second));
    } catch (CorrectionRefused refused) {
      return refused.toResult();
    } finally {
      turns.giveBack();
    }
  }

  private CommandResult carryOut(CorrectionWish wish, Optional<String> second)
      throws CorrectionRefused {
    try {
      JournalRecord passage = passages.find(wish.passage());
      requireNoneUnderWay(passage.id());
      List<JournalRecord> before = answered(index.of(passage.id()));
      Optional<JournalRecord> already = written(before, wish.id());
      if (already.isPresent()) {
        return again(already.get(), wish);
      }
      CorrectionPolicy.Answer answer =
          policy.judge(
              passage,
              before,
              new Wish(
                  wish.id(),
                  wish.after(),
                  currency,
                  wish.code(),
                  wish.words(),
                  wish.actor(),
                  second),
              time.now().wall());
      Optional<Refusal> refusal = answer.refusal();
      if (refusal.equals(Optional.of(Refusal.SECOND_PERSON_NEEDED))) {
        open.add(wish, time.monotonicNanos());
        return waits(wish);
      }
      if (refusal.isPresent()) {
        throw CorrectionWords.of(refusal.get(), wish, passage, policy, currency);
      }
      if (!recording.getAsBoolean()) {
        throw new CorrectionRefused(
            "journal-busy", "records of the lane wait for the journal; ask again when it is well");
      }
      return write(answer.correction().orElseThrow(), passage);
    } catch (JournalException unread) {
      throw new CorrectionRefused(
          "journal-unread",
          "the passage cannot be looked up, nothing was written: "
              + unread.getMessage()
              + "; try again when the journal is well");
    }
  }

  private void requireNoneUnderWay(RecordId passage) throws CorrectionRefused {
    if (turns.waits(passage.sequence())) {
      throw new CorrectionRefused(
          "under-way",
          "another correction of "
              + passage
              + " waits for the journal: see the journal's health, and ask again with the same id");
    }
  }

  private static Optional<JournalRecord> written(List<JournalRecord> corrections, String id) {
    return corrections.stream()
        .filter(one -> new Fields(one.body()).text("id").equals(Optional.of(id)))
        .findFirst();
  }

  private static CommandResult again(JournalRecord written, CorrectionWish wish)
      throws CorrectionRefused {
    Fields body = new Fields(written.body());
    if (body.whole("afterMinor").equals(Optional.of(wish.after()))) {
      return new CommandResult.Done(
          CorrectionWords.written("already", written.id(), written.body()));
    }
    throw new CorrectionRefused(
        "id-reused",
        "correction "
            + wish.id()
            + " is "
            + written.id()
            + " and set another sum; ask with a new id");
  }

  private static CommandResult waits(CorrectionWish wish) {
    return new CommandResult.Done(
        Value.Fields.with("when", "waits-for-second")
            .and("id", wish.id())
            .and("passage", wish.passage())
            .and("afterMinor", wish.after())
            .and("withinS", OpenWishes.KEPT.toSeconds())
            .build());
  }

  private CommandResult write(Correction correction, JournalRecord passage) {
    TollRecords records = new TollRecords(LaneOrigin.of(passage, origin.id()), policy.plan(), time);
    Value.Fields body = records.correction(correction, provenance.current()).body();
    CompletableFuture<RecordId> kept =
        line.write(
            () -> {
              return records.correction(correction, provenance.current());
            },
            time.monotonicNanos());
    turns.handedIn(passage.id().sequence(), kept);
    if (correction.after() > 0) {
      charged.accept(passage.id().sequence()); // before it is durable: too early does no harm
    }
    if (correction.late()) {
      var unused = kept.thenRun(() -> late.accept(correction.shift()));
    }
    try {
      RecordId id = kept.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      return new CommandResult.Done(CorrectionWords.written("now", id, body));
    } catch (TimeoutException waiting) {
      return new CommandResult.Failed(
          "not-durable-yet",
          "correction "
              + correction.id()
              + " waits for the journal; ask again with the same id, it is written once");
    } catch (ExecutionException lost) {
      return new CommandResult.Failed(
          "not-recorded",
          "the journal did not take correction "
              + correction.id()
              + " ("
              + lost.getCause()
              + "): mend the journal and ask again");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandResult.Failed(
          "stopped", "interrupted; ask again with the same id, it is written once");
    }
  }

  private List<JournalRecord> answered(CompletableFuture<List<JournalRecord>> read)
      throws CorrectionRefused, JournalException {
    try {
      return read.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException far) {
      throw new CorrectionRefused(
          "not-read-yet",
          "lane "
              + origin.id()
              + " still reads what it wrote since that passage; ask again in half a minute");
    } catch (ExecutionException trouble) {
      if (trouble.getCause() instanceof JournalException unread) {
        throw unread;
      }
      throw new CorrectionRefused(
          "stopping", "the lane is stopping (" + trouble.getCause() + "); ask when it runs again");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CorrectionRefused("stopped", "interrupted; nothing was written, ask again");
    }
  }
}
