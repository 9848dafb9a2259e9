// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.passage.LaneHealth;
import io.wayside.tolling.passage.LaneRecords;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.sight.Sight;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One run of a lane, from what the journal knew when it began: its parts, and what is done at fixed
 * times. Steps are made by one thread; there is none in here.
 */
final class Works implements AutoCloseable {

  static final int MOST_SIGHTINGS = 2_048;
  static final int MOST_CHANGES = 1_024;

  private static final long MS = 1_000_000;

  /** Between two ticks at most. */
  private static final long TICK_NANOS = 100 * MS;

  /** Devices are asked what they are so often. */
  private static final long ASK_NANOS = 500 * MS;

  private static final long MINUTE_NANOS = 60_000 * MS;

  private final LaneParts parts;
  private final TimeSource time;
  private final Inbox inbox;
  private final Hearing hearing;
  private final Effects effects;
  private final RecordLine line;
  private final TollRecords records;
  private final LaneRun run;
  private final Sight sight;
  private final LookingBack lookingBack;
  private final long renewNanos;
  private volatile boolean ended;
  private long tickDue;
  private long renewDue;
  private long askDue;
  private long minuteDue;
  private long droppedBefore;
  private long droppedLately;

  Works(
      LaneParts parts,
      Inbox inbox,
      RecordLine line,
      ShiftClerk clerk,
      CorrectionTurns turns,
      Earlier earlier,
      Executor slow,
      Executor encoder) {
    this.parts = parts;
    this.time = parts.time();
    this.inbox = inbox;
    this.line = line;
    LaneSettings settings = parts.settings();
    this.hearing = new Hearing(parts.devices(), inbox, time);
    this.effects =
        new Effects(parts.devices(), settings.outputLease(), hearing::nothingUnderTheArm, slow);
    this.records = new TollRecords(settings.origin(), settings.shifts(), time);
    Chips chips = new Chips(parts.issuers());
    earlier.chips().forEach(chips::recall);
    SiteJudge judge =
        new SiteJudge(
            settings.origin(),
            parts.policy(),
            parts.fares(),
            new ClosedSystem(settings.origin(), parts.fares(), parts.entries()),
            parts.book(),
            time,
            new Recording(line, time),
            chips,
            parts.office().isPresent());
    this.sight = new Sight(parts.eyes(), inbox::changed, encoder);
    Register register =
        new Register(
            new LaneRecords(records, parts.issuers()),
            line,
            parts.provenance(),
            sight::of,
            clerk::late);
    LateCharges late =
        new LateCharges(parts, inbox, line, turns, new LateCorrections(parts), judge, slow, clerk);
    this.run = new LaneRun(parts, inbox, hearing, effects, register, judge, sight, late, earlier);
    this.renewNanos = settings.outputLease().toNanos() / 4;
    long now = time.monotonicNanos();
    tickDue = now;
    renewDue = now;
    askDue = now + ASK_NANOS;
    minuteDue = now + MINUTE_NANOS;
    inbox.forget();
    run.begin(earlier);
    this.lookingBack = new LookingBack(parts, inbox, slow, late, judge, earlier);
    lookingBack.begin();
  }

  /** The lane is used another way from now on: this run is over when the letter is read. */
  void end() {
    ended = true;
  }

  boolean isOver() {
    return ended;
  }

  /** When there is next something to do if nothing is heard. */
  long due() {
    long due = earlier(earlier(tickDue, renewDue), askDue);
    OptionalLong wanted = run.nextTick();
    return wanted.isPresent() ? earlier(due, wanted.getAsLong()) : due;
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  /** Takes what was heard, if anything was, and does what is due. */
  void step(@Nullable Letter letter) {
    if (letter != null) {
      run.take(letter);
    } else if (inbox.takeFlood()) {
      run.flooded();
    }
    rounds();
  }

  private void rounds() {
    long now = time.monotonicNanos();
    OptionalLong wanted = run.nextTick();
    if (now - tickDue >= 0) {
      tickDue = now + TICK_NANOS;
      run.tick(now);
    } else if (wanted.isPresent() && now - wanted.getAsLong() >= 0) {
      run.tick(wanted.getAsLong());
    }
    if (now - renewDue >= 0) {
      renewDue = now + renewNanos;
      effects.renew();
      line.retry();
      run.hour().ifPresent(this::write);
    }
    if (now - askDue >= 0) {
      askDue = now + ASK_NANOS;
      hearing.refresh();
      lookingBack.tick(now);
    }
    if (now - minuteDue >= 0) {
      minuteDue = now + MINUTE_NANOS;
      droppedLately = inbox.dropped() - droppedBefore;
      droppedBefore = inbox.dropped();
    }
  }

  private void write(LaneHealth hour) {
    long now = time.monotonicNanos();
    var unused = line.write(() -> records.health(hour, now, parts.provenance().current()), now);
  }

  LaneView view() {
    return run.view();
  }

  LaneRun run() {
    return run;
  }

  Effects effects() {
    return effects;
  }

  Health health() {
    long now = time.monotonicNanos();
    Health own = own(now);
    return own.status() == Health.Status.OK ? sight.trouble(now).orElse(own) : own;
  }

  private Health own(long nanos) {
    return Condition.judge(
        new Condition.Situation(
            run.view(),
            line.state(),
            parts.devices().reader().deviceId(),
            hearing.deviceId(Detector.ARMING) + ", " + hearing.deviceId(Detector.SAFETY),
            effects.radioFailure(),
            effects.armFallsWhenLost(),
            parts.book().inForce(),
            parts.policy().ages(),
            time.now().wall(),
            droppedLately),
        nanos);
  }

  /** Nothing is heard any more and all outputs fall to their safe state. */
  @Override
  public void close() {
    effects.letGo();
    hearing.close();
    sight.close();
    write(run.lastHour());
  }
}
