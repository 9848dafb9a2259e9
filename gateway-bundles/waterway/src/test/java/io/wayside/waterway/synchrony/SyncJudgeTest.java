// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A lamp of its own clock beside a gateway's, second by second. */
class SyncJudgeTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final long MS = 1_000_000L;
  private static final long S = 1_000 * MS;
  private static final Rhythm FL_4S = rhythm(500, 3_500);
  private static final Rhythm FL2_6S = rhythm(500, 1_000, 500, 4_000);

  private State clock = State.SYNCHRONISED;
  private Optional<Duration> off = Optional.empty();
  private long nowMs;

  private static Rhythm rhythm(int... millis) {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < millis.length; i++) {
      phases.add(i % 2 == 0 ? Phase.lit(Colour.RED, millis[i]) : Phase.dark(millis[i]));
    }
    return new Rhythm(phases);
  }

  private static SyncJudge judge(Rhythm rhythm, int offsetMs) {
    return new SyncJudge(
        new SyncRules(rhythm, offsetMs, Duration.ofMillis(150), Duration.ofHours(1)), 0);
  }

  private Stamp stamp() {
    return new Stamp(
        NOON.plusMillis(nowMs),
        new ClockQuality(clock, off, Optional.of(Duration.ofSeconds(7_000)), "ntp"),
        "boot-1",
        nowMs * MS);
  }

  /**
   * Lets a lamp flash that is late by so much.
   *
   * @param pattern of the lamp, which begins when UTC since midnight and the offset are a whole
   *     number of periods
   */
  private void flash(SyncJudge judge, Rhythm pattern, int offsetMs, int lateMs, int seconds) {
    long end = nowMs + seconds * 1_000L;
    boolean lit = pattern.at(12 * 3_600_000L + nowMs + offsetMs - lateMs).lit();
    for (; nowMs < end; nowMs += 10) {
      if (nowMs % 1_000 == 0) {
        judge.clock(stamp());
      }
      long utcMs = 12 * 3_600_000L + nowMs;
      boolean now = pattern.at(utcMs + offsetMs - lateMs).lit();
      if (now && !lit) {
        judge.flash(nowMs * MS);
      }
      lit = now;
    }
  }

  private SyncState state(SyncJudge judge) {
    return judge.judge(nowMs * MS).state();
  }

  @Test
  void lightThatFlashesByItsOffsetIsSynchronisedSinceTheFirstOfTheFlashes() {
    SyncJudge judge = judge(FL_4S, 700);
    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    flash(judge, FL_4S, 700, 60, 30);

    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    assertThat(judge.judge(nowMs * MS).reason())
        .contains("up to 60 ms after", "offset of 700 ms", "tolerance 150 ms");
    assertThat(judge.judge(nowMs * MS).sinceNanos()).isBetween(15 * S, 22 * S);
  }

  /** Whatever the pattern, the offset and the shift: in step exactly when within the tolerance. */
  @Test
  void anyShiftBeyondTheToleranceIsFoundAlsoWhereOneFlashOfAGroupFallsOnAnother() {
    Random chance = new Random(3);
    for (int trial = 0; trial < 150; trial++) {
      nowMs = 0;
      Rhythm rhythm = trial % 2 == 0 ? FL2_6S : FL_4S;
      int offset = chance.nextInt(rhythm.periodMs() / 10) * 10;
      int late = trial % 10 == 0 ? 1_500 : chance.nextInt(rhythm.periodMs() / 10) * 10;
      int distance = Math.min(late, rhythm.periodMs() - late);
      SyncJudge judge = judge(rhythm, offset);
      flash(judge, rhythm, offset, late, 40);
      assertThat(state(judge))
          .as("offset %d, late %d of %d ms", offset, late, rhythm.periodMs())
          .isEqualTo(distance <= 150 ? SyncState.SYNCHRONISED : SyncState.SYNC_LOST);
    }
  }

  @Test
  void oneFlashThatTheInputGotWrongChangesNothing() {
    SyncJudge judge = judge(FL_4S, 0);
    flash(judge, FL_4S, 0, 0, 30);
    long since = judge.judge(nowMs * MS).sinceNanos();
    judge.flash((nowMs - 300) * MS);
    flash(judge, FL_4S, 0, 0, 30);

    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    assertThat(judge.judge(nowMs * MS).sinceNanos()).isEqualTo(since);
  }

  @Test
  void lightThatDriftsAwayIsLostSinceItsFirstFlashBeyondTheTolerance() {
    SyncJudge judge = judge(FL_4S, 0);
    flash(judge, FL_4S, 0, 0, 60);
    flash(judge, FL_4S, 0, 200, 20);

    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    assertThat(judge.judge(nowMs * MS).reason()).contains("200 ms after", "own clock and offset");
    assertThat(judge.judge(nowMs * MS).sinceNanos()).isBetween(60 * S, 73 * S);
    flash(judge, FL_4S, 0, 10, 20);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
  }

  @Test
  void withoutAClockItIsLostWithTheReasonAndBackWhenTheClockIs() {
    SyncJudge judge = judge(FL_4S, 0);
    flash(judge, FL_4S, 0, 0, 30);
    clock = State.HOLDOVER;
    flash(judge, FL_4S, 0, 0, 30);

    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    assertThat(judge.judge(nowMs * MS).reason())
        .contains("holdover", "7000 s ago", "source ntp", "flashes on by itself");
    assertThat(judge.judge(nowMs * MS).sinceNanos()).isEqualTo(30 * S);

    clock = State.SYNCHRONISED;
    flash(judge, FL_4S, 0, 0, 1);
    assertThat(state(judge)).as("not seen by this clock yet").isEqualTo(SyncState.UNKNOWN);
    flash(judge, FL_4S, 0, 0, 20);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
  }

  @Test
  void clockThatIsFurtherFromItsReferenceThanTheToleranceIsNone() {
    SyncJudge judge = judge(FL_4S, 0);
    off = Optional.of(Duration.ofMillis(-151));
    flash(judge, FL_4S, 0, 0, 30);
    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    assertThat(judge.judge(nowMs * MS).reason()).contains("-151 ms from it");

    off = Optional.of(Duration.ofMillis(150));
    flash(judge, FL_4S, 0, 0, 30);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
  }

  @Test
  void itsOwnWordIsHeardTwiceAndSightOfAStepDoesNotOutweighIt() {
    SyncJudge judge = judge(FL_4S, 0);
    flash(judge, FL_4S, 0, 0, 30);
    judge.said(true, nowMs * MS);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    judge.said(true, (nowMs + 1) * MS);
    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    assertThat(judge.judge(nowMs * MS).reason()).contains("says itself", "up to 0 ms");
    assertThat(judge.judge(nowMs * MS).sinceNanos()).isEqualTo(30 * S);
    judge.said(false, (nowMs + 2) * MS);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
  }

  @Test
  void whatNobodySeesIsItsOwnWordOrUnknown() {
    SyncJudge judge = judge(FL_4S, 0);
    judge.untold(Optional.of("lamp-1: exception 3"));
    flash(judge, rhythm(4_000), 0, 0, 1);
    assertThat(state(judge)).isEqualTo(SyncState.UNKNOWN);
    assertThat(judge.judge(nowMs * MS).reason()).contains("not told its offset: lamp-1");
    judge.said(false, nowMs * MS);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    assertThat(judge.judge(nowMs * MS).reason()).contains("own word");
  }

  @Test
  void itsOwnWordOfAnHourAgoIsNoWord() {
    SyncJudge judge = judge(FL_4S, 0);
    judge.clock(stamp());
    judge.said(false, 0);
    nowMs = 3_600_000;
    judge.clock(stamp());
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    nowMs++;
    assertThat(state(judge)).isEqualTo(SyncState.UNKNOWN);

    judge.said(true, nowMs * MS);
    judge.said(true, nowMs * MS);
    assertThat(state(judge)).isEqualTo(SyncState.SYNC_LOST);
    nowMs += 3_600_001;
    judge.clock(stamp());
    assertThat(state(judge)).as("nor is a complaint").isEqualTo(SyncState.UNKNOWN);
  }

  @Test
  void flashesOfTheMorningProveNothingAtNightNorThoseOfAnotherRhythm() {
    SyncJudge judge = judge(FL_4S, 0);
    flash(judge, FL_4S, 0, 0, 30);
    flash(judge, rhythm(4_000), 0, 0, 590);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    flash(judge, rhythm(4_000), 0, 0, 20);
    assertThat(state(judge)).isEqualTo(SyncState.UNKNOWN);

    flash(judge, FL_4S, 0, 0, 30);
    assertThat(state(judge)).isEqualTo(SyncState.SYNCHRONISED);
    judge.notShown();
    assertThat(state(judge)).isEqualTo(SyncState.UNKNOWN);
  }

  /** 7 s do not divide a day: the lamp jumps at midnight, and so does what is expected. */
  @Test
  void midnightIsNoLoss() {
    Rhythm fl7 = rhythm(500, 6_500);
    SyncJudge judge = judge(fl7, 0);
    long midnightMs = 12 * 3_600_000L;
    nowMs = midnightMs - 60_000;
    for (; nowMs < midnightMs + 60_000; nowMs += 10) {
      if (nowMs % 1_000 == 0) {
        judge.clock(stamp());
        if (nowMs > midnightMs - 30_000) {
          assertThat(state(judge))
              .as("%d ms", nowMs - midnightMs)
              .isEqualTo(SyncState.SYNCHRONISED);
        }
      }
      long utcOfDayMs = (midnightMs + nowMs) % 86_400_000L;
      if (utcOfDayMs % 7_000 == 0) {
        judge.flash(nowMs * MS);
      }
    }
  }

  @Test
  void offsetLiesWithinThePeriod() {
    assertThatIllegalArgumentException().isThrownBy(() -> judge(FL_4S, 4_000));
    assertThatIllegalArgumentException().isThrownBy(() -> judge(FL_4S, -1));
  }
}
