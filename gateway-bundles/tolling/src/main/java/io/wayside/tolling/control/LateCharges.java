// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.LateCorrections.Late;
import io.wayside.tolling.entries.Crossing;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.plaza.HeldBack;
import io.wayside.tolling.plaza.LateWord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passages that were held back because no other lane could be asked. They stand in the journal for
 * review; when all lanes have agreed, a correction charges them. On the lane's thread, but for the
 * reading of the journal.
 */
final class LateCharges {

  private static final Logger LOG = LoggerFactory.getLogger(LateCharges.class);
  private static final long AGAIN_NANOS = 10_000_000_000L;
  private static final int MOST_UNDATED = 4_096;

  private final LaneParts parts;
  private final TimeSource time;
  private final Inbox inbox;
  private final RecordLine line;
  private final CorrectionTurns turns;
  private final LateCorrections corrections;
  private final SiteJudge judge;
  private final Executor slow;
  private final ShiftClerk clerk;
  private final Recording recording;

  /** Agreed, and not on record yet. */
  private final ArrayDeque<LateWord> due = new ArrayDeque<>();

  /** Of a time that no clock knows yet: asked about when one does. */
  private final List<LeftOpen.Held> undated = new ArrayList<>();

  private long datedNanos;
  private boolean underWay;
  private boolean failed;
  private long failedNanos;

  LateCharges(
      LaneParts parts,
      Inbox inbox,
      RecordLine line,
      CorrectionTurns turns,
      LateCorrections corrections,
      SiteJudge judge,
      Executor slow,
      ShiftClerk clerk) {
    this.parts = parts;
    this.time = parts.time();
    this.inbox = inbox;
    this.line = line;
    this.turns = turns;
    this.corrections = corrections;
    this.judge = judge;
    this.slow = slow;
    this.clerk = clerk;
    this.recording = new Recording(line, time);
  }

  /** What an earlier run held back is held back still. */
  void resume(List<LeftOpen.Held> held, long nowNanos) {
    Stamp now = time.at(nowNanos);
    for (LeftOpen.Held each : held) {
      Optional<Duration> age = each.age(now);
      if (age.isPresent()) {
        long ageNanos = Math.max(0, age.get().toNanos());
        hold(new HeldBack(each.number(), each.tag(), each.score(), nowNanos - ageNanos));
      } else if (undated.size() < MOST_UNDATED) {
        undated.add(each);
      } else {
        LOG.warn(
            "{}: passage {} stays for review, no clock says when it was",
            parts.settings().origin().id(),
            each.number());
      }
    }
  }

  /** A clock that was set since may say when they were. */
  private void date(long nanos) {
    if (!undated.isEmpty() && nanos - datedNanos >= AGAIN_NANOS) {
      datedNanos = nanos;
      List<LeftOpen.Held> again = List.copyOf(undated);
      undated.clear();
      resume(again, nanos);
    }
  }

  /** A passage whose record is under way. */
  void hold(LaneAct.AskLater held, @Nullable CompletableFuture<RecordId> written) {
    if (written != null) {
      var unused =
          written.thenAccept(
              id ->
                  inbox.errand(
                      () ->
                          hold(
                              new HeldBack(
                                  id.sequence(), held.tag(), held.score(), held.atNanos()))));
    }
  }

  private void hold(HeldBack passage) {
    parts.plaza().ifPresent(talk -> talk.hold(passage));
  }

  void tick(long nanos) {
    date(nanos);
    parts
        .plaza()
        .ifPresent(
            talk -> {
              for (LateWord word : talk.lateWords()) {
                heard(word);
              }
            });
    if (!underWay && !due.isEmpty() && !(failed && nanos - failedNanos < AGAIN_NANOS)) {
      begin(due.remove());
    }
  }

  private void heard(LateWord word) {
    if (word.answer() == LateWord.Answer.OWN) {
      due.add(word);
    } else {
      LOG.info(
          "{}: passage {} stays for review, the other lanes say: {}",
          parts.settings().origin().id(),
          word.passage(),
          word.answer());
    }
  }

  private void begin(LateWord word) {
    underWay = true;
    try {
      slow.execute(() -> charge(word));
    } catch (RejectedExecutionException stopping) {
      again(word, stopping);
    }
  }

  /** On the slow thread. A person who corrects at this moment goes first. */
  private void charge(LateWord word) {
    if (!turns.tryTake()) {
      inbox.errand(() -> postpone(word));
      return;
    }
    try {
      if (turns.waits(word.passage()) || !recording.getAsBoolean()) {
        inbox.errand(() -> postpone(word));
        return;
      }
      Optional<Late> late = corrections.of(word.passage(), word.lanes(), time.now().wall());
      if (late.isEmpty()) {
        LOG.info(
            "{}: passage {} is not charged late: it was corrected, or its fare is not known",
            parts.settings().origin().id(),
            word.passage());
        inbox.errand(() -> underWay = false);
        return;
      }
      TollRecords records = new TollRecords(late.get().origin(), parts.settings().shifts(), time);
      CompletableFuture<RecordId> written =
          line.write(
              () -> records.correction(late.get().correction(), parts.provenance().current()),
              time.monotonicNanos());
      turns.handedIn(word.passage(), written);
      var unused =
          written.whenComplete(
              (id, trouble) ->
                  inbox.errand(
                      () -> {
                        if (trouble == null) {
                          charged(late.get(), id);
                        } else {
                          again(word, trouble);
                        }
                      }));
    } catch (JournalException | RuntimeException | Error unread) {
      inbox.errand(() -> again(word, unread));
    } finally {
      turns.giveBack();
    }
  }

  private void charged(Late late, RecordId id) {
    underWay = false;
    failed = false;
    if (late.correction().late()) {
      clerk.late(late.correction().shift());
    }
    leave(late, id);
    if (!late.online()) {
      judge.owed(
          new LeftOpen.Owed(late.tag(), late.at(), late.correction().after(), id.sequence()));
    }
  }

  /** A passage that was held back has let nobody out of a closed system. */
  private void leave(Late late, RecordId id) {
    LaneOrigin origin = late.origin();
    if (origin.role() == LaneRole.EXIT) {
      EntryPoint exit = new EntryPoint(origin.station(), late.at(), id.toString());
      parts
          .entries()
          .ifPresent(register -> register.crossed(new Crossing(late.tag(), false, exit, false)));
    }
  }

  private void postpone(LateWord word) {
    underWay = false;
    failed = true;
    failedNanos = time.monotonicNanos();
    due.add(word);
  }

  private void again(LateWord word, Throwable trouble) {
    postpone(word);
    LOG.warn(
        "{}: passage {} is charged later, the journal does not answer",
        parts.settings().origin().id(),
        word.passage(),
        trouble);
  }
}
