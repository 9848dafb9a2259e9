// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Rhythm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Judges light and dark, as they were seen, against what should be seen. */
final class Judge {

  private static final long S = 1_000_000_000L;
  private static final long DARK_NANOS = 30 * S;
  private static final long FIRST_NANOS = 15 * S; // a verdict takes as long as this at least
  private static final long SURE_NANOS = 20 * S;
  private static final long RECENT_NANOS = 60 * S;
  private static final int FEWEST_SAMPLES = 3; // of each phase

  private final Expected expected;
  private final Tolerance tolerance;
  private final Tape tape = new Tape();
  private final Deque<Long> breaks = new ArrayDeque<>(); // when what was expected ended
  private Rhythm list;
  private Chain chain;
  private boolean matched; // ever
  private long matchedNanos; // when it was last as expected
  private long samplingNanos;

  /** A verdict, and whether it was just measured and not only held. */
  record Verdict(Seen seen, boolean fresh, String reason) {}

  Judge(Expected expected, Tolerance tolerance) {
    this.expected = expected;
    this.tolerance = tolerance;
    this.list = expected.rhythm();
    this.chain = new Chain(list, tolerance);
  }

  /** How far apart samples are; 0 for edges. */
  void sampledEvery(long nanos) {
    samplingNanos = nanos;
  }

  void hear(boolean lit, long nanos) {
    Optional<Lasted> ended = tape.hear(lit, nanos);
    if (ended.isEmpty()) {
      return;
    }
    if (isSteady()) {
      steadyEnded(ended.get());
      return;
    }
    if (!follow(ended.get()) && !adopt()) {
      return;
    }
    if (chain.nanos() >= Math.max(2 * periodNanos(), FIRST_NANOS)) {
      matched = true;
      matchedNanos = nanos;
    }
  }

  private void steadyEnded(Lasted run) {
    if (!run.lit()) {
      noteBreak(run.toNanos());
    } else if (run.nanos() >= DARK_NANOS) {
      matched = true;
      matchedNanos = run.toNanos();
    }
  }

  private boolean follow(Lasted run) {
    long before = chain.nanos();
    boolean follows = chain.hear(run, samplingNanos);
    if (!follows && before >= periodNanos()) {
      noteBreak(run.toNanos());
    }
    return follows;
  }

  private void noteBreak(long nanos) {
    breaks.addLast(nanos);
    if (breaks.size() > 4) {
      breaks.removeFirst();
    }
  }

  /** Takes what repeats instead of the usual lengths if it bears the same name. */
  private boolean adopt() {
    Optional<Rhythm> measured =
        measured().filter(rhythm -> expected.isAlso(rhythm, tolerance, samplingNanos));
    if (measured.isEmpty()) {
      return false;
    }
    list = measured.get();
    chain = new Chain(list, tolerance);
    breaks.clear();
    tape.ended().forEach(this::follow);
    return true;
  }

  /** What follows is not known. */
  void cut() {
    tape.cut();
    chain.cut();
  }

  Optional<Rhythm> measured() {
    return Cycle.in(tape.ended(), tolerance, samplingNanos);
  }

  long periodNanos() {
    return list.periodMs() * 1_000_000L;
  }

  private boolean isSteady() {
    return list.runs().size() == 1;
  }

  Verdict judge(long nanos) {
    Optional<Lasted> current = tape.current(nanos);
    long grace = Math.max(3 * periodNanos(), DARK_NANOS + 5 * S);
    boolean held = matched && nanos - matchedNanos <= grace;
    if (current.isEmpty()) {
      return held
          ? new Verdict(
              Seen.AS_EXPECTED, false, "it was " + expected + " before the input fell silent")
          : new Verdict(Seen.NOT_KNOWN, false, "the input tells nothing");
    }
    Lasted now = current.get();
    if (!now.lit() && now.nanos() >= Math.max(2 * periodNanos(), DARK_NANOS)) {
      return new Verdict(Seen.DARK, true, "no light for " + seconds(now.nanos()) + " s");
    }
    if (isSteady()) {
      return steady(now, held, nanos);
    }
    return tooCoarse()
        .map(reason -> new Verdict(Seen.NOT_KNOWN, false, reason))
        .orElseGet(() -> rhythmic(now, held, nanos));
  }

  private Verdict steady(Lasted now, boolean held, long nanos) {
    if (now.lit() && now.nanos() >= DARK_NANOS) {
      matched = true;
      matchedNanos = nanos;
      return new Verdict(Seen.AS_EXPECTED, true, "lit for " + seconds(now.nanos()) + " s");
    }
    if (recentBreaks(nanos) >= 2) {
      return new Verdict(Seen.OTHER_RHYTHM, true, "should show " + expected + ", " + shown(now));
    }
    return undecided(held, nanos);
  }

  private Verdict rhythmic(Lasted now, boolean held, long nanos) {
    boolean goesOn = chain.goesOn(now, samplingNanos);
    long clean = goesOn ? chain.nanos() : 0;
    long period = periodNanos();
    boolean few = recentBreaks(nanos) <= 1;
    if (clean >= Math.max(4 * period, SURE_NANOS)
        || (few && clean >= Math.max(2 * period, FIRST_NANOS))) {
      return new Verdict(Seen.AS_EXPECTED, true, "shows " + Cycle.words(list));
    }
    long since = matched ? Math.max(tape.beganNanos(), matchedNanos) : tape.beganNanos();
    boolean longEnough = nanos - since >= Math.max(3 * period, FIRST_NANOS);
    boolean onlyDark = !now.lit() && now.nanos() > Math.max(period, usualDarkNanos());
    if ((!few || longEnough) && !onlyDark) {
      return new Verdict(Seen.OTHER_RHYTHM, true, "should show " + expected + ", " + shown(now));
    }
    return undecided(held, nanos);
  }

  /** Longer than any dark before: perhaps the light has gone out. */
  private long usualDarkNanos() {
    long longest =
        tape.ended().stream().filter(run -> !run.lit()).mapToLong(Lasted::nanos).max().orElse(0);
    return longest * 3 / 2;
  }

  private Verdict undecided(boolean held, long nanos) {
    return held
        ? new Verdict(
            Seen.AS_EXPECTED,
            false,
            "it was " + expected + " " + seconds(nanos - matchedNanos) + " s ago")
        : new Verdict(Seen.NOT_KNOWN, false, "heard for too short a time to tell");
  }

  private String shown(Lasted now) {
    if (now.nanos() > 2 * periodNanos()) {
      return "is " + (now.lit() ? "lit" : "dark") + " for " + seconds(now.nanos()) + " s";
    }
    return measured()
        .map(rhythm -> "shows " + Cycle.words(rhythm))
        .orElse("shows light and dark that do not repeat");
  }

  private long recentBreaks(long nanos) {
    long recent = Math.max(6 * periodNanos(), RECENT_NANOS);
    return breaks.stream().filter(at -> nanos - at <= recent).count();
  }

  /** Why samples so far apart cannot tell this list; empty where they can. */
  private Optional<String> tooCoarse() {
    long shortest =
        list.runs().stream().mapToLong(run -> run.millis() * 1_000_000L).min().orElseThrow();
    if (FEWEST_SAMPLES * samplingNanos <= shortest) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "samples every %d ms are too far apart to tell phases of %d ms; sample faster",
            samplingNanos / 1_000_000,
            shortest / 1_000_000));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
  }
}
