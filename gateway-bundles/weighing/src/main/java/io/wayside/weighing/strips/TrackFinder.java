// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds the pulses of all half-lines until those at the front make up a passage: axles followed
 * from line to line, each with its own speed. Bounded: what cannot be matched is let go with its
 * doubt.
 */
final class TrackFinder {

  // Half of the shortest tandem, so that neighbours are not taken for one another.
  private static final double TOLERANCE_M = 0.45;
  private static final double DOUBLE_PEAK_M = 0.4;
  private static final double MARGIN_M = 1.0;
  private static final double SETTLING_S = 0.06;
  private static final double BAD_GUESS = 0.55;
  // An axle missed here or there costs less; a vehicle behind at another speed costs more.
  private static final double SPOILT = 0.1;
  private static final double PATIENCE_S = 6;
  private static final double PAUSE_S = 0.25;
  private static final double PAUSE_BETWEEN_S = 1.5;
  private static final int MOST_PULSES = 64;
  // 36 km/h: below, a driver can stop between the lines; above, constant speed is a good guess.
  private static final double CREEPING_MPS = 10;
  // After this a pulse that began before has been measured.
  private static final double LATE_S = 1.0;
  // Something that stood longer has gone where no line felt it.
  private static final double STANDS_S = 30;

  private final Layout layout;
  private final StripRules rules;
  private final double samplesPerSecond;
  private final Supplier<Optional<Presence>> loop;
  private final SpeedGuess speeds;
  private final Slant slant;
  private final List<List<Pulse>> pulses = new ArrayList<>();
  private long tryAt = Long.MAX_VALUE;
  private long orphans;
  private boolean followedBefore;

  /**
   * @param loop that decides now
   */
  TrackFinder(
      Layout layout, StripRules rules, double samplesPerSecond, Supplier<Optional<Presence>> loop) {
    this.loop = loop;
    this.layout = layout;
    this.rules = rules;
    this.samplesPerSecond = samplesPerSecond;
    this.speeds = new SpeedGuess(layout, samplesPerSecond, rules.longestSpacingM());
    this.slant = new Slant(layout);
    layout.detectors().forEach(detector -> pulses.add(new ArrayList<>()));
  }

  void add(Pulse pulse) {
    List<Pulse> there = pulses.get(pulse.detector());
    there.add(pulse);
    if (there.size() >= MOST_PULSES) {
      tryAt = pulse.end(); // at once
    } else {
      tryAt = Math.min(tryAt, pulse.end() + samples(PAUSE_S));
    }
  }

  /** The sample at which {@link #next} is worth a call. */
  long tryAt() {
    return tryAt;
  }

  /** Pulses that belonged to nothing. */
  long orphans() {
    return orphans;
  }

  /** The passage at the front when it is complete, or when everything must out. */
  Optional<Passage> next(long now, boolean all) {
    boolean full = pulses.stream().anyMatch(there -> there.size() >= MOST_PULSES);
    if (pulses.stream().allMatch(List::isEmpty)) {
      tryAt = Long.MAX_VALUE;
      return Optional.empty();
    }
    if (creeps() && loop.get().isPresent()) {
      return creeping(loop.get().get(), now, full || all);
    }
    Optional<SpeedGuess.Guess> guess = speeds.best(pulses);
    if (guess.isEmpty() || guess.get().cost() > BAD_GUESS) {
      Optional<SpeedGuess.Guess> front = passedFront(now, full || all);
      if (front.isPresent()) {
        tryAt = now;
        return Optional.of(follow(front.get(), true));
      }
      long patience = lastEnd() + samples(PATIENCE_S);
      if (now < patience && !full && !all) {
        tryAt = guess.isEmpty() ? patience : Math.min(patience, now + samples(PAUSE_S));
        return Optional.empty();
      }
      tryAt = now;
      return Optional.of(byOrder());
    }
    long complete = complete(guess.get());
    if (now < complete && !full && !all) {
      tryAt = complete;
      return Optional.empty();
    }
    tryAt = now;
    return Optional.of(
        guess.get().cost() > SPOILT ? tried(guess.get(), now) : follow(guess.get(), false));
  }

  /**
   * What the best speed for all makes of them; where that leaves something over, what the best
   * speed for those at the front does.
   */
  private Passage tried(SpeedGuess.Guess guess, long now) {
    List<List<Pulse>> before = new ArrayList<>();
    pulses.forEach(there -> before.add(new ArrayList<>(there)));
    boolean follows = followedBefore;
    long orphansBefore = orphans;
    Passage passage = follow(guess, false);
    if (!passage.axles().isEmpty() && !followedBefore) {
      return passage;
    }
    List<List<Pulse>> after = new ArrayList<>(pulses);
    for (int i = 0; i < pulses.size(); i++) {
      after.set(i, new ArrayList<>(pulses.get(i)));
      pulses.get(i).clear();
      pulses.get(i).addAll(before.get(i));
    }
    Optional<SpeedGuess.Guess> front = passedFront(now, true);
    if (front.isPresent()) {
      followedBefore = follows;
      orphans = orphansBefore;
      return follow(front.get(), true);
    }
    for (int i = 0; i < pulses.size(); i++) {
      pulses.get(i).clear();
      pulses.get(i).addAll(after.get(i));
    }
    return passage;
  }

  private Optional<SpeedGuess.Guess> passedFront(long now, boolean anyhow) {
    return speeds.front(pulses).filter(front -> anyhow || now >= passed(front));
  }

  /** When all that the reference felt before its first long gap would have passed as fast. */
  private long passed(SpeedGuess.Guess front) {
    List<Pulse> there = pulses.get(front.reference().index());
    int all = SpeedGuess.untilGap(there, Math.abs(front.slowness()) * rules.longestSpacingM());
    return complete(new SpeedGuess.Guess(front.reference(), front.slowness(), all, front.cost()));
  }

  /** Whether what comes first is so slow that it may stop before it is over. */
  private boolean creeps() {
    List<Touch> touches = Touch.of(pulses, layout);
    return !touches.isEmpty()
        && touches.get(0).paceSamples() > samplesPerSecond / CREEPING_MPS
        && touches.stream().anyMatch(touch -> touch.line() == 0);
  }

  private Optional<Passage> creeping(Presence presence, long now, boolean all) {
    Optional<QueueFollower.Front> found = new QueueFollower(layout, presence).front(pulses, layout);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    QueueFollower.Front front = found.get();
    boolean clear = front.stay().map(Presence.Stay::isOver).orElse(true);
    boolean whole = front.passed() && clear && now > front.last() + samples(LATE_S);
    boolean lost = now > lastEnd() + samples(STANDS_S) && clear;
    if (!whole && !lost && !all) {
      tryAt = now + samples(PAUSE_S);
      return Optional.empty();
    }
    tryAt = now;
    front.axles().forEach(axle -> pulses.forEach(there -> there.removeAll(axle.pulses())));
    pulses.forEach(there -> there.removeAll(front.strays()));
    for (Detector slanted : layout.slanted()) {
      pulses.get(slanted.index()).removeIf(pulse -> pulse.centre() <= front.last());
    }
    return Optional.of(front.passage(layout));
  }

  private long samples(double seconds) {
    return Math.round(seconds * samplesPerSecond);
  }

  private long lastEnd() {
    return pulses.stream()
        .filter(there -> !there.isEmpty())
        .mapToLong(there -> there.get(there.size() - 1).end())
        .max()
        .orElse(0);
  }

  /** When the last axle has passed all lines and no further one can belong to it. */
  private long complete(SpeedGuess.Guess guess) {
    List<Pulse> there = pulses.get(guess.reference().index());
    double pace = Math.abs(guess.slowness());
    double last = there.get(guess.axles() - 1).centre();
    double passed = last;
    for (Detector detector : layout.detectors()) {
      double reach =
          Math.abs(detector.tangent()) * (detector.half().toM() - detector.half().fromM()) / 2;
      double shift = (detector.atM() - guess.reference().atM()) * guess.slowness();
      passed = Math.max(passed, last + shift + reach * pace);
    }
    if (there.size() <= guess.axles()) {
      passed = Math.max(passed, last + rules.longestSpacingM() * pace);
    }
    return (long) Math.ceil(passed + MARGIN_M * pace) + samples(SETTLING_S);
  }

  /**
   * @param followed another vehicle comes close behind
   */
  private Passage follow(SpeedGuess.Guess guess, boolean followed) {
    List<AxleTrack> tracks = new ArrayList<>();
    List<Pulse> there = pulses.get(guess.reference().index());
    for (Pulse pulse : there.subList(0, guess.axles())) {
      AxleTrack track = new AxleTrack(layout.detectors(), guess.slowness());
      track.add(pulse);
      tracks.add(track);
    }
    there.subList(0, guess.axles()).clear();
    List<Pulse> left = new ArrayList<>();
    double tolerance = TOLERANCE_M * Math.abs(guess.slowness());
    for (Detector detector : layout.outwardsFrom(guess.reference())) {
      if (!detector.equals(guess.reference())) {
        shareSpeeds(tracks, guess.slowness());
        match(tracks, detector, detector.atM(), tolerance, left);
      }
    }
    shareSpeeds(tracks, guess.slowness());
    Leftovers.sort(tracks, left, layout, guess.reference());
    tracks.sort(Comparator.comparingDouble(t -> t.timeAt(guess.reference().atM(), layout.base())));
    shareSpeeds(tracks, guess.slowness());
    for (int i = tracks.size() - 1; i > 0; i--) {
      if (apart(tracks.get(i - 1), tracks.get(i), guess.reference().atM()) < DOUBLE_PEAK_M) {
        tracks.get(i - 1).absorb(tracks.remove(i));
      }
    }
    for (Detector detector : layout.slanted()) {
      if (layout.weighs(detector)) {
        slant.match(tracks, detector, pulses.get(detector.index()), left);
      } else {
        slant.pass(tracks, detector, pulses.get(detector.index()));
      }
    }
    boolean follows = followedBefore && !tracks.isEmpty();
    followedBefore = followed;
    Flags flags = followed || follows ? Flags.of(MotionFlags.TAILGATING) : Flags.NONE;
    List<AxleTrack> axles = new ArrayList<>();
    for (AxleTrack track : tracks) {
      if (Leftovers.isAxle(track, layout)) {
        axles.add(track);
      } else {
        left.addAll(track.pulses());
      }
    }
    if (axles.isEmpty()) {
      return remains(left);
    }
    List<Pulse> strangers = Remains.strangers(axles, left, layout);
    if (!strangers.isEmpty()) {
      left.removeAll(strangers);
      putBack(strangers);
      followedBefore = true;
      flags = flags.with(MotionFlags.TAILGATING);
    }
    if (!left.isEmpty()) {
      flags = flags.with(MotionFlags.GHOST_AXLE);
    }
    return new Passage(axles, left, flags);
  }

  /** What did not fit to this speed may fit to another. */
  private void putBack(List<Pulse> strangers) {
    for (Pulse pulse : strangers) {
      List<Pulse> there = pulses.get(pulse.detector());
      there.add(pulse);
      there.sort(Comparator.comparingDouble(Pulse::centre));
    }
  }

  private Passage remains(List<Pulse> ghosts) {
    Passage passage = Remains.passage(ghosts, layout);
    if (passage.axles().isEmpty()) {
      orphans += ghosts.size();
    }
    return passage;
  }

  private double apart(AxleTrack one, AxleTrack other, double atM) {
    double time = other.timeAt(atM, layout.base()) - one.timeAt(atM, layout.base());
    return time / Math.abs(one.slowness(layout.base()));
  }

  /** Axles that do not tell their own speed yet take that of the nearest that does. */
  private void shareSpeeds(List<AxleTrack> tracks, double first) {
    double last = first;
    for (AxleTrack track : tracks) {
      if (track.tellsSpeed(layout.base())) {
        last = track.slowness(layout.base());
      } else {
        track.expectSlowness(last);
      }
    }
  }

  private void match(
      List<AxleTrack> tracks, Detector detector, double atM, double tolerance, List<Pulse> left) {
    double[] expected =
        tracks.stream().mapToDouble(track -> track.timeAt(atM, layout.base())).toArray();
    Leftovers.take(tracks, expected, pulses.get(detector.index()), tolerance, left);
  }

  /** Takes away what came before the first pause of all half-lines. */
  private List<List<Pulse>> cutAtPause() {
    List<Pulse> inOrder =
        pulses.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(Pulse::start))
            .toList();
    long until = Long.MIN_VALUE;
    for (Pulse pulse : inOrder) {
      if (until > Long.MIN_VALUE && pulse.start() > until + samples(PAUSE_BETWEEN_S)) {
        break;
      }
      until = Math.max(until, pulse.end());
    }
    List<List<Pulse>> before = new ArrayList<>();
    for (List<Pulse> there : pulses) {
      int count = 0;
      while (count < there.size() && there.get(count).start() <= until) {
        count++;
      }
      before.add(new ArrayList<>(there.subList(0, count)));
      there.subList(0, count).clear();
    }
    return before;
  }

  /**
   * No speed fits: something stood, turned back or was not seen. The axles are then taken in their
   * order where half-lines agree how many there were.
   */
  private Passage byOrder() {
    Passage passage = ByOrder.passage(cutAtPause(), layout);
    return passage.axles().isEmpty() ? remains(passage.ghosts()) : passage;
  }
}
