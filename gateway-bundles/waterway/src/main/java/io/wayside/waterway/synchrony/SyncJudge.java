// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.waterway.watch.Answer;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a light flashes in step with UTC: by its own flashes, which are proof, or else by what it
 * says. Without a clock nobody can tell, and that is a loss of its own. Times are monotonic
 * nanoseconds; not for several threads.
 */
public final class SyncJudge {

  /** By day there are no flashes, and what was seen in the morning proves nothing at night. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final int REPORTS = 2;

  /** What an aid said of itself says nothing of it long after it fell silent. */
  private static final Duration SAID_HOLDS = Duration.ofHours(1);

  private final SyncRules rules;
  private final Synchrony synchrony;
  private final Flashes flashes;
  private String clockTrouble = "the clock was not looked at yet";
  private long clockLostNanos;
  private int saidLost;
  private long saidLostNanos;
  private boolean everSaid;
  private long saidNanos;
  private Optional<String> untold = Optional.empty();
  private Answer<SyncState> answer;

  /** What follows from the evidence, and since when. */
  private record Finding(SyncState state, String reason, long sinceNanos) {}

  public SyncJudge(SyncRules rules, long nowNanos) {
    this.rules = rules;
    this.synchrony = new Synchrony(rules);
    this.flashes = new Flashes(rules.rhythm(), rules.tolerance().toMillis());
    this.clockLostNanos = nowNanos;
    this.answer = new Answer<>(SyncState.UNKNOWN, "nothing was seen or told yet", nowNanos);
  }

  /** What the clock says, now and then. */
  public void clock(Stamp now) {
    boolean was = synchrony.isLost();
    synchrony.clock(now);
    if (!synchrony.isLost()) {
      clockTrouble = "";
    } else {
      clockTrouble = words(now.clock());
      clockLostNanos = was ? clockLostNanos : now.monotonicNanos();
    }
    if (was != synchrony.isLost()) {
      flashes.forget(); // Times that were reckoned by another clock.
    }
  }

  private static String words(ClockQuality clock) {
    return "the gateway's clock is "
        + Answer.code(clock.state())
        + clock
            .age()
            .map(age -> ", its reference was heard " + age.toSeconds() + " s ago")
            .orElse("")
        + clock.offset().map(off -> ", " + off.toMillis() + " ms from it").orElse("")
        + " (source "
        + clock.source()
        + ")";
  }

  /** The light came on, showing the published rhythm. */
  public void flash(long nanos) {
    if (!synchrony.isLost()) {
      flashes.lit(nanos, synchrony.phaseMs(nanos));
    }
  }

  /** Another rhythm is shown, or none that can be told: flashes before prove nothing. */
  public void notShown() {
    flashes.forget();
  }

  /** What the aid says of it. */
  public void said(boolean lost, long nanos) {
    everSaid = true;
    saidNanos = nanos;
    if (lost && saidLost == 0) {
      saidLostNanos = nanos;
    }
    saidLost = lost ? saidLost + 1 : 0;
  }

  /** Why the lantern was not told its offset; empty when it was, or cannot be. */
  public void untold(Optional<String> why) {
    untold = why;
  }

  /** What is so now. */
  public Answer<SyncState> judge(long nanos) {
    Finding found = find(nanos);
    answer =
        found.state() == answer.state()
            ? new Answer<>(answer.state(), found.reason(), answer.sinceNanos())
            : new Answer<>(found.state(), found.reason(), found.sinceNanos());
    return answer;
  }

  private Finding find(long nanos) {
    if (everSaid && nanos - saidNanos > SAID_HOLDS.toNanos()) {
      everSaid = false;
      saidLost = 0;
    }
    if (synchrony.isLost()) {
      String words = clockTrouble + "; the light flashes on by itself; look at the time source";
      return new Finding(SyncState.SYNC_LOST, words, clockLostNanos);
    }
    boolean fresh = flashes.lastNanos().filter(at -> nanos - at <= FRESH.toNanos()).isPresent();
    Optional<Flashes.Seen> seen = fresh ? flashes.seen() : Optional.empty();
    if (saidLost >= REPORTS) {
      String words =
          "it says itself that it lost its synchronisation"
              + seen.map(now -> "; its flashes begin " + late(now.lateMs())).orElse("");
      return new Finding(SyncState.SYNC_LOST, words, saidLostNanos);
    }
    if (seen.isPresent()) {
      return bySight(seen.get());
    }
    boolean contradictory = fresh && flashes.isFull();
    if (contradictory || saidLost > 0) {
      return new Finding(answer.state(), answer.reason(), answer.sinceNanos());
    }
    if (everSaid && saidLost == 0) {
      return new Finding(SyncState.SYNCHRONISED, "by its own word; no flash was seen", nanos);
    }
    String why = untold.map(words -> "; the lantern was not told its offset: " + words).orElse("");
    return new Finding(SyncState.UNKNOWN, "too few flashes were seen lately" + why, nanos);
  }

  private Finding bySight(Flashes.Seen seen) {
    String words =
        "its flashes begin "
            + late(seen.lateMs())
            + " by its offset of "
            + rules.offsetMs()
            + " ms, tolerance "
            + rules.tolerance().toMillis()
            + " ms";
    return seen.inStep()
        ? new Finding(SyncState.SYNCHRONISED, words, seen.fromNanos())
        : new Finding(
            SyncState.SYNC_LOST,
            words
                + untold.map(why -> "; the lantern was not told it: " + why).orElse("")
                + "; look at the lantern's own clock and offset",
            seen.fromNanos());
  }

  private static String late(long lateMs) {
    return "up to " + Math.abs(lateMs) + " ms " + (lateMs < 0 ? "before" : "after") + " their time";
  }
}
