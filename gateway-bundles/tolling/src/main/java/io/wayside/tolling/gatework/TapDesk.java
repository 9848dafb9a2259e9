// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.gate.Admission;
import io.wayside.tolling.gate.BeamLog;
import io.wayside.tolling.gate.Gate;
import io.wayside.tolling.gate.GateAct;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Journeys;
import io.wayside.tolling.gate.Proof;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.TapDecision;
import io.wayside.tolling.gate.TapTime;
import io.wayside.tolling.gate.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on taps, puts each on record before it opens anything, and brings each that was allowed
 * to one end. On the gate's thread.
 */
final class TapDesk {

  private static final Logger LOG = LoggerFactory.getLogger(TapDesk.class);
  private static final long MICRO = 1_000;

  /** Whoever comes later than that follows nobody. */
  private static final long CLOSE_BEHIND_NANOS = 10_000_000_000L;

  /**
   * Before the flaps open the other gates of the station have so long to say that they have the
   * medium: more than twice what a word takes between two of them. Who hears another's claim
   * meanwhile and comes after it by name yields; so exactly one of two goes on.
   */
  private static final long SETTLE_NANOS = 100_000_000L;

  /** Lets somebody through. */
  interface Opening {
    void grant(Tap tap, long tappedNanos);
  }

  private final GateParts parts;
  private final Mailbox mailbox;
  private final Backlog backlog;
  private final Gate gate;
  private final GateStatus status;
  private final Opening opening;
  private final Journeys journeys;
  private final Admission admission;
  private final GateRecords records;
  private final Map<Long, Open> open = new LinkedHashMap<>();
  private final List<Open> waiting = new ArrayList<>(); // of before a restart, not granted anew
  private final Set<Long> given = new HashSet<>(); // to the flaps
  private final List<Open> settling = new ArrayList<>(); // on record, and others may have it
  private final Map<Way, Passed> passedLast = new EnumMap<>(Way.class);
  private long nextTap;

  /** Who was seen to pass last on a tap. */
  private record Passed(long tap, long nanos) {}

  /**
   * An allowed tap without an end.
   *
   * @param claimedNanos since when the other gates of the station are told of it
   * @param earlier of before a restart, in which its owner may have passed unseen
   */
  private record Open(Tap tap, long tappedNanos, long claimedNanos, boolean earlier) {}

  TapDesk(
      GateParts parts,
      Mailbox mailbox,
      Backlog backlog,
      GateHistory history,
      Gate gate,
      GateStatus status,
      Opening opening) {
    this.parts = parts;
    this.mailbox = mailbox;
    this.backlog = backlog;
    this.gate = gate;
    this.status = status;
    this.opening = opening;
    this.journeys = history.journeys();
    this.nextTap = history.nextTap();
    GateParts.Settings settings = parts.settings();
    this.admission = new Admission(parts.tokens(), parts.fares(), settings.rules(), journeys);
    this.records = new GateRecords(settings.id(), parts.fares());
  }

  /**
   * Takes up what an earlier run left: a young tap holds until the fire contact was heard, the
   * owner of another is gone. While nobody was there the flaps stood open.
   */
  void begin() {
    TapTime now = TapTime.of(stamp());
    journeys.standsOpen(now);
    parts.others().ifPresent(GateTalk::begins);
    for (Tap tap : journeys.open()) {
      long age = now.since(tap.at()).abs().toNanos();
      Open each = new Open(tap, now.nanos() - age, now.nanos(), true);
      open.put(tap.number(), each);
      waiting.add(each);
      parts.others().ifPresent(talk -> talk.claims(tap));
    }
    expire(now.nanos());
  }

  /** The gate begins to stand open and ask nobody, or has done so until now. */
  void stoodOpen() {
    journeys.standsOpen(TapTime.of(stamp()));
  }

  /** Nothing holds the gate open any more: who tapped before a restart may go. */
  void inService() {
    List<Open> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(this::give);
  }

  private void give(Open tap) {
    given.add(tap.tap().number());
    opening.grant(tap.tap(), tap.tappedNanos());
  }

  /** Those who waited for so long have gone. */
  void expire(long nowNanos) {
    List<Open> late =
        waiting.stream().filter(each -> isLate(each.tappedNanos(), nowNanos)).toList();
    waiting.removeAll(late);
    late.forEach(each -> ended(each.tap().number(), false, false));
    List<Open> settled =
        settling.stream().filter(each -> isSettled(each.claimedNanos(), nowNanos)).toList();
    settling.removeAll(settled);
    settled.forEach(each -> onRecord(each.tap().number(), false));
  }

  private boolean isSettled(long claimedNanos, long nowNanos) {
    return parts.others().isEmpty() || nowNanos - claimedNanos >= SETTLE_NANOS;
  }

  /**
   * Another gate has a tap under way; one of the same medium here that has opened nothing yields.
   */
  void claimedElsewhere(String gate, String token) {
    if (gate.compareTo(parts.settings().id()) > 0) {
      return; // it hears of the claim made here, and yields
    }
    for (Open each : List.copyOf(open.values())) {
      if (each.tap().token().equals(token) && !given.contains(each.tap().number())) {
        Tap tap = each.tap();
        open.remove(tap.number());
        settling.remove(each);
        waiting.remove(each); // or the flaps would open for a tap that has its end
        journeys.lapsed(tap.number());
        keep(records.yielded(tap, gate, stamp(), by()));
        parts.others().ifPresent(talk -> talk.releases(tap));
      }
    }
  }

  /** What is known of a medium's last passage: its own word, or a later one of another gate. */
  private Optional<Journey> told(TapSentence said) {
    Optional<Journey> shared =
        parts
            .others()
            .flatMap(talk -> talk.others().passed(said.token()))
            .map(
                passed ->
                    new Journey(
                        passed.way(),
                        parts.settings().station(),
                        TapTime.of(parts.time().at(passed.atNanos())),
                        Proof.SHARED));
    boolean later =
        shared.isPresent()
            && said.carried()
                .filter(word -> word.at().wall().isAfter(shared.get().at().wall()))
                .isEmpty();
    return later ? shared : said.carried();
  }

  /** Nobody stands before the flaps for so long: another who walks in would go on this tap. */
  private boolean isLate(long tappedNanos, long nowNanos) {
    return nowNanos - tappedNanos >= parts.settings().times().grantNanos();
  }

  void tapped(TapSentence said, long tappedNanos) {
    Tap tap =
        new Tap(
            nextTap++,
            said.token(),
            parts.settings().station(),
            said.way(),
            TapTime.of(parts.time().at(tappedNanos)),
            told(said));
    long waited = nanos() - tappedNanos;
    if (!isTaken() || isLate(tappedNanos, nanos())) {
      journeys.heard(tap);
      status.notRecorded();
      LOG.warn("{}: a tap is not decided on, it is to be made again", parts.settings().id());
      return;
    }
    TapDecision decision =
        admission.decide(
            tap,
            gate,
            parts.others().flatMap(talk -> talk.others().underWay(tap.token(), nanos())),
            parts.others().map(talk -> talk.others().isWhole(nanos())).orElse(true));
    status.decided(decision);
    Optional<CompletableFuture<RecordId>> kept =
        keep(records.decided(decision, Math.max(0, waited) / MICRO, stamp(), by()));
    if (decision.isAllowed()) {
      open.put(tap.number(), new Open(tap, tappedNanos, nanos(), false));
      parts.others().ifPresent(talk -> talk.claims(tap));
      kept.ifPresentOrElse(record -> await(record, tap.number()), () -> forget(tap.number()));
    }
  }

  private void await(CompletableFuture<RecordId> record, long number) {
    if (record.isDone()) {
      onRecord(number, record.isCompletedExceptionally());
    } else {
      var unused =
          record.whenComplete(
              (id, failure) -> mailbox.errand(() -> onRecord(number, failure != null)));
    }
  }

  private void onRecord(long number, boolean never) {
    Open tap = open.get(number);
    if (tap == null) {
      return;
    }
    if (never) {
      forget(number);
    } else if (isLate(tap.tappedNanos(), nanos())) {
      ended(number, false, true);
    } else if (!isSettled(tap.claimedNanos(), nanos())) {
      settling.add(tap);
    } else {
      give(tap);
    }
  }

  /** What is not on record did not happen. */
  private void forget(long number) {
    Open never = open.remove(number);
    if (never != null) {
      parts.others().ifPresent(talk -> talk.releases(never.tap()));
    }
    journeys.lapsed(number);
  }

  private boolean isTaken() {
    Backlog.State state = backlog.state();
    return state.waiting() == 0 || state.lastFailure().isEmpty();
  }

  /**
   * An allowed tap has its end.
   *
   * @param seen that it is so was seen here
   */
  void ended(long number, boolean passed, boolean seen) {
    Open ended = open.remove(number);
    given.remove(number);
    if (ended == null) {
      return;
    }
    Tap tap = ended.tap();
    boolean mayHavePassed = ended.earlier() || gate.isReleased();
    if (seen && passed) {
      passedLast.put(tap.way(), new Passed(number, nanos()));
      journeys.passed(number);
      keep(records.passed(tap, stamp(), by()));
      parts.others().ifPresent(talk -> talk.passes(tap, nanos()));
    } else if (seen && !mayHavePassed) {
      journeys.lapsed(number);
      keep(records.lapsed(tap, stamp(), by()));
      parts.others().ifPresent(talk -> talk.releases(tap));
    } else {
      status.unproven();
      journeys.unproven(number);
      keep(records.unproven(tap, stamp(), by()));
      parts.others().ifPresent(talk -> talk.releases(tap));
    }
  }

  /**
   * Somebody passed on nobody's tap.
   *
   * @param beams what they said of it
   */
  void unpaid(GateAct.Unpaid unpaid, List<BeamLog.Change> beams) {
    OptionalLong behind = OptionalLong.empty();
    Passed last = passedLast.get(unpaid.way()); // whoever meets him coming follows nobody
    if (last != null && nanos() - last.nanos() <= CLOSE_BEHIND_NANOS) {
      behind = OptionalLong.of(last.tap());
    }
    keep(records.unpaid(unpaid, parts.settings().station(), behind, beams, stamp(), by()));
  }

  private Optional<CompletableFuture<RecordId>> keep(Draft draft) {
    Optional<CompletableFuture<RecordId>> kept = backlog.take(draft);
    if (kept.isEmpty()) {
      status.unkept();
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
    return kept;
  }

  /** Media that were forgotten for others. */
  long dropped() {
    return journeys.dropped();
  }

  private long nanos() {
    return parts.time().monotonicNanos();
  }

  private Stamp stamp() {
    return parts.time().now();
  }

  private Provenance by() {
    return parts.provenance().current();
  }
}
