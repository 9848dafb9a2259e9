// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether an aid was hit, leans, or stands open. */
final class BodyJudge {

  private static final int FEW = 5;
  private static final int REPORTS = 2;

  private final BodyRules rules;
  private final Deque<Double> tilts = new ArrayDeque<>();
  private final Spell<Boolean> tiltWord = new Spell<>();
  private final Spell<Boolean> leans = new Spell<>();
  private final Spell<Boolean> door = new Spell<>();
  private boolean struck;
  private long struckNanos;
  private long lastBlowNanos;
  private String blow = "";
  private Answer<BodyState> answer;
  private boolean everTold;
  private long toldNanos;

  BodyJudge(BodyRules rules, Answer<BodyState> first) {
    this.rules = rules;
    this.answer = first;
  }

  void restore(Answer<BodyState> before, long lastNanos) {
    answer = before;
    everTold = true;
    toldNanos = lastNanos;
    if (before.state() == BodyState.STRUCK) {
      struck = true;
      struckNanos = before.sinceNanos();
      lastBlowNanos = before.sinceNanos();
      blow = before.reason();
    }
  }

  void report(AidReport report, Set<AidSign> signs, Set<AidSign> tells) {
    long nanos = report.monotonicNanos();
    Double tilt = report.quantities().get(AidQuantity.TILT_DEG);
    boolean told =
        tells.contains(AidSign.STRUCK)
            || tells.contains(AidSign.TILTED)
            || tells.contains(AidSign.DOOR_OPEN);
    if (tilt == null && !told) {
      return;
    }
    everTold = true;
    toldNanos = nanos;
    if (signs.contains(AidSign.STRUCK)) {
      struck(nanos, "struck by its own word");
    }
    if (tells.contains(AidSign.TILTED)) {
      tiltWord.see(signs.contains(AidSign.TILTED), nanos);
    }
    if (tells.contains(AidSign.DOOR_OPEN)) {
      door.see(signs.contains(AidSign.DOOR_OPEN), nanos);
    }
    if (tilt != null) {
      tilt(nanos, tilt);
    }
  }

  private void tilt(long nanos, double deg) {
    tilts.addLast(deg);
    if (tilts.size() > 2 * FEW) {
      tilts.removeFirst();
    }
    List<Double> all = List.copyOf(tilts);
    if (all.size() >= FEW) {
      leans.see(median(all.subList(all.size() - FEW, all.size())) > rules.tiltDeg(), nanos);
    }
    if (all.size() == 2 * FEW) {
      double before = median(all.subList(0, FEW));
      double now = median(all.subList(FEW, 2 * FEW));
      if (Math.abs(now - before) > rules.blowDeg()) {
        struck(
            nanos,
            String.format(Locale.ROOT, "its tilt went from %.0f to %.0f deg at once", before, now));
      }
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private void struck(long nanos, String why) {
    if (!struck) {
      struckNanos = nanos;
      blow = why;
    }
    struck = true;
    lastBlowNanos = nanos;
  }

  Answer<BodyState> judge(long nanos, long freshNanos) {
    if (!everTold) {
      return answer;
    }
    if (nanos - toldNanos >= freshNanos) {
      if (answer.state() != BodyState.UNKNOWN) {
        String last = "; last it was " + answer.code();
        String why = "nothing told of it for " + Span.words(nanos - toldNanos) + last;
        answer = new Answer<>(BodyState.UNKNOWN, why, toldNanos);
      }
      return answer;
    }
    struck &= nanos - lastBlowNanos < rules.struckNanos();
    if (struck) {
      tell(BodyState.STRUCK, struckNanos, blow);
    } else if (leans.lasts(true, nanos, 0, REPORTS) || tiltWord.lasts(true, nanos, 0, REPORTS)) {
      boolean own = tiltWord.lasts(true, nanos, 0, REPORTS);
      long since = own ? tiltWord.sinceNanos() : leans.sinceNanos();
      String why = String.format(Locale.ROOT, "leans more than %.0f deg", rules.tiltDeg());
      tell(BodyState.TILTED, since, own ? "leans by its own word" : why);
    } else if (door.lasts(true, nanos, 0, REPORTS)) {
      tell(BodyState.DOOR_OPEN, door.sinceNanos(), "open by its own word");
    } else if (settled(leans)
        && settled(tiltWord)
        && settled(door)
        && (leans.what() != null || tiltWord.what() != null || door.what() != null)) {
      tell(BodyState.GOOD, toldNanos, "nothing says otherwise");
    }
    return answer;
  }

  /** Not between two states. */
  private static boolean settled(Spell<Boolean> spell) {
    return spell.what() == null || spell.times() >= REPORTS;
  }

  private void tell(BodyState now, long since, String reason) {
    if (answer.state() != now) {
      answer = new Answer<>(now, reason, since);
    }
  }
}
