// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.Fix;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Offset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an aid is on its station: by fixes held against its circle, or, where there is no circle,
 * by what it says itself.
 */
final class PlaceJudge {

  private static final int AWAY = 3;
  private static final String BY_WORD = "by its own word";

  private static final double SAME_WAY_DEG = 45;

  /** For an hour of fixes a minute apart. */
  private static final int MOST = 70;

  /** Of the fixes in the long time. */
  private static final double NEARLY_ALL = 0.8;

  private final Aid aid;
  private final PlaceRules rules;
  private final Circle circle;
  private final Deque<Sighted> fixes = new ArrayDeque<>();
  private final Deque<Sighted> wild = new ArrayDeque<>();
  private final Spell<Boolean> word = new Spell<>();
  private Answer<PlaceState> answer;
  private boolean everTold;
  private long toldNanos;
  private @Nullable Sighted last;

  /** A good fix, and how it lies to the circle at that time. */
  private record Sighted(long nanos, Offset offset, double radiusM, double sigmaM, String words) {
    boolean out() {
      return offset.distanceM() > radiusM;
    }

    boolean clearlyOut() {
      return offset.distanceM() > radiusM + PlaceRules.CLEAR_SIGMAS * sigmaM;
    }

    boolean clearlyIn() {
      return offset.distanceM() <= PlaceRules.CLEARED * radiusM;
    }
  }

  PlaceJudge(Aid aid, PlaceRules rules, Circle circle, Answer<PlaceState> first) {
    this.aid = aid;
    this.rules = rules;
    this.circle = circle;
    this.answer = first;
  }

  void restore(Answer<PlaceState> before, long lastNanos) {
    answer = before;
    everTold = true;
    toldNanos = lastNanos;
  }

  /** Hears a fix; one that is not good is passed over. */
  void fix(long nanos, Fix fix) {
    if (!circle.exists() || fix.hdop().orElse(0) > rules.hdop()) {
      return;
    }
    Sighted before = last;
    if (before != null && nanos - before.nanos() < rules.everyNanos()) {
      return;
    }
    Offset offset = aid.charted().orElseThrow().to(fix);
    Sighted now =
        new Sighted(
            nanos,
            offset,
            circle.radiusM(fix, nanos),
            circle.sigmaM(fix),
            circle.words(fix, nanos));
    if (before != null && tooFast(before, now) && !settledElsewhere(now)) {
      return;
    }
    wild.clear();
    last = now;
    everTold = true;
    toldNanos = nanos;
    fixes.addLast(now);
    while (fixes.size() > MOST
        || (fixes.size() > rules.of()
            && nanos - fixes.getFirst().nanos() > 2 * rules.nearNanos())) {
      fixes.removeFirst();
    }
    byFixes(nanos);
  }

  private boolean tooFast(Sighted before, Sighted now) {
    double seconds = (now.nanos() - before.nanos()) / 1e9;
    double way = now.offset().from(before.offset()).distanceM();
    return way > rules.fastestMps() * seconds + 6 * now.sigmaM();
  }

  /** Wild fixes that agree with one another are no error but a long silence, or a lorry. */
  private boolean settledElsewhere(Sighted now) {
    Sighted before = wild.peekLast();
    if (before != null && tooFast(before, now)) {
      wild.clear();
    }
    wild.addLast(now);
    return wild.size() >= rules.of();
  }

  /** What the aid says itself, where its wire says that it holds. */
  void said(long nanos, boolean offPosition) {
    boolean byFixes = !answer.reason().startsWith(BY_WORD);
    if (circle.exists() && everTold && answer.state() != PlaceState.UNKNOWN && byFixes) {
      return; // Fixes against our own circle are better than its opinion.
    }
    if (fixes.isEmpty()) {
      word.see(offPosition, nanos);
      everTold = true;
      toldNanos = nanos;
      if (word.lasts(offPosition, nanos, 0, 2)) {
        change(
            offPosition ? PlaceState.OFF_STATION : PlaceState.ON_STATION,
            word.sinceNanos(),
            BY_WORD + ", " + word.times() + " times in a row");
      }
    }
  }

  private void byFixes(long nanos) {
    if (movesAway()) {
      Sighted first = tail(AWAY).get(0);
      Sighted now = tail(1).get(0);
      double seconds = (now.nanos() - first.nanos()) / 1e9;
      double way = now.offset().from(first.offset()).distanceM();
      change(
          PlaceState.ADRIFT,
          first.nanos(),
          String.format(Locale.ROOT, "moves away at %.1f m/s, now ", way / seconds) + where(now));
    } else if (answer.state() != PlaceState.ADRIFT) {
      clearlyOff();
      nearlyOff(nanos);
    }
    List<Sighted> recent = tail(rules.of());
    if (recent.stream().filter(Sighted::clearlyIn).count() >= rules.wanted()) {
      back(recent);
    } else if (answer.state() == PlaceState.UNKNOWN
        && recent.size() >= rules.wanted()
        && recent.stream().filter(fix -> !fix.out()).count() >= rules.wanted()) {
      back(recent);
    }
    explain();
  }

  private void clearlyOff() {
    List<Sighted> recent = tail(rules.of());
    List<Sighted> off = recent.stream().filter(Sighted::clearlyOut).toList();
    if (off.size() >= rules.wanted()) {
      change(
          PlaceState.OFF_STATION,
          off.get(0).nanos(),
          off.size() + " of " + recent.size() + " fixes, last " + where(tail(1).get(0)));
    }
  }

  private void nearlyOff(long nanos) {
    List<Sighted> long_ =
        fixes.stream().filter(f -> nanos - f.nanos() <= rules.nearNanos()).toList();
    List<Sighted> off = long_.stream().filter(Sighted::out).toList();
    boolean enough =
        off.size() >= rules.of() && nanos - fixes.getFirst().nanos() >= rules.nearNanos();
    if (enough && off.size() >= NEARLY_ALL * long_.size() && tail(1).get(0).out()) {
      change(
          PlaceState.OFF_STATION,
          off.get(0).nanos(),
          off.size()
              + " of "
              + long_.size()
              + " fixes of the last "
              + Span.words(rules.nearNanos())
              + ", last "
              + where(tail(1).get(0)));
    }
  }

  private void back(List<Sighted> recent) {
    Sighted first = recent.stream().filter(fix -> !fix.out()).findFirst().orElse(recent.get(0));
    change(PlaceState.ON_STATION, first.nanos(), where(tail(1).get(0)));
  }

  /** The last fixes are each further out, by more than their errors, and go the same way. */
  private boolean movesAway() {
    List<Sighted> recent = tail(AWAY);
    if (recent.size() < AWAY || !recent.stream().allMatch(Sighted::out)) {
      return false;
    }
    Offset first = recent.get(1).offset().from(recent.get(0).offset());
    Offset second = recent.get(2).offset().from(recent.get(1).offset());
    double turn = Math.abs(Math.IEEEremainder(first.bearingDeg() - second.bearingDeg(), 360));
    return further(recent.get(0), recent.get(1))
        && further(recent.get(1), recent.get(2))
        && turn <= SAME_WAY_DEG;
  }

  private static boolean further(Sighted before, Sighted now) {
    double step = Math.max(10, 2 * now.sigmaM());
    return now.offset().distanceM() - before.offset().distanceM() >= step;
  }

  private List<Sighted> tail(int most) {
    List<Sighted> all = new ArrayList<>(fixes);
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static String where(Sighted fix) {
    return String.format(
            Locale.ROOT,
            "%.0f m towards %03.0f deg from its charted place, ",
            fix.offset().distanceM(),
            fix.offset().bearingDeg())
        + fix.words();
  }

  private void change(PlaceState now, long since, String reason) {
    if (answer.state() != now) {
      answer = new Answer<>(now, reason, since);
    }
  }

  /** The figures of now; since when it is so does not change. */
  private void explain() {
    if (answer.state() == PlaceState.ON_STATION) {
      answer = new Answer<>(answer.state(), where(tail(1).get(0)), answer.sinceNanos());
    }
  }

  Answer<PlaceState> judge(long nanos, long freshNanos) {
    boolean known =
        answer.state() != PlaceState.UNKNOWN && answer.state() != PlaceState.NOT_WATCHED;
    if (known && nanos - toldNanos >= freshNanos) {
      answer =
          new Answer<>(
              PlaceState.UNKNOWN,
              "no good fix for " + Span.words(nanos - toldNanos) + "; last it was " + answer.code(),
              toldNanos);
      fixes.clear();
      word.end();
    }
    return answer;
  }
}
