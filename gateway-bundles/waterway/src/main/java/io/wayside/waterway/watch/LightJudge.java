// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.LightStatus;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the light is right: by the light input, which is proof, or else by what the aid says. A
 * fault of the night stands through the day, for then nobody can see that it is gone; only light
 * ends it.
 */
final class LightJudge {

  private static final String NOTHING_TELLS =
      "no light, and nothing tells whether it should shine: ";

  private final LightRules rules;
  private final Spell<LightState> bySight = new Spell<>();
  private final Spell<LightState> byWord = new Spell<>();
  private final Spell<LightStatus> words = new Spell<>();
  private final Spell<Boolean> blind = new Spell<>();
  private @Nullable Answer<LightState> standing;
  private Answer<LightState> answer;
  private Duty duty = Duty.automatic("nothing else is ordered");
  private Seen seen = Seen.NOT_KNOWN;
  private LightStatus said = LightStatus.NOT_TOLD;
  private boolean everSeen;
  private boolean everSaid;
  private long seenNanos;
  private long saidNanos;

  LightJudge(LightRules rules, Answer<LightState> first) {
    this.rules = rules;
    this.answer = first;
  }

  void restore(Answer<LightState> last, long lastNanos) {
    answer = last;
    standing = last.state().fails() || last.state() == LightState.DAY_BURNING ? last : null;
    everSaid = true;
    saidNanos = lastNanos;
  }

  void duty(Duty now, long nanos) {
    if (now.mode() != duty.mode()) {
      bySight.end();
      byWord.end();
    }
    duty = now;
  }

  /** What the light input shows now. */
  void seen(long nanos, Seen now) {
    seen = now;
    if (now != Seen.NOT_KNOWN) {
      everSeen = true;
      seenNanos = nanos;
    }
  }

  /** What the aid says of its light. */
  void said(long nanos, LightStatus now, Sky sky) {
    if (now == LightStatus.NOT_TOLD) {
      return;
    }
    said = now;
    everSaid = true;
    saidNanos = nanos;
    words.see(now, nanos);
    note(byWord, verdict(told(now), sky, nanos), nanos);
  }

  private static Seen told(LightStatus said) {
    return said == LightStatus.ON ? Seen.AS_EXPECTED : Seen.DARK;
  }

  Answer<LightState> judge(long nanos, Night night, long freshNanos) {
    boolean looks = everSeen && nanos - seenNanos < rules.sightNanos();
    boolean sight = looks && seen != Seen.NOT_KNOWN;
    boolean word = everSaid && nanos - saidNanos < freshNanos;
    if (!looks && !word) {
      unknown(nanos);
      return answer;
    }
    if (answer.state() == LightState.UNKNOWN && standing != null) {
      // What was wrong before the silence is not right because it is heard again.
      answer =
          new Answer<>(standing.state(), "as before nothing was told: " + standing.reason(), nanos);
    }
    if (sight) {
      note(bySight, verdict(seen, night.sky(), nanos), nanos);
      bySight(nanos, night, word);
    } else if (word) {
      byWord(nanos, night);
    }
    Seen shows = sight ? seen : told(said);
    blind.see(shows == Seen.DARK && wanted(night.sky(), nanos) == Sky.UNKNOWN, nanos);
    if (blind.lasts(true, nanos, freshNanos, 1)) {
      cannotTell(night);
    }
    if (shows == Seen.DARK && plannedDark(nanos) && !answer.state().fails()) {
      answer =
          new Answer<>(
              answer.state(), "no light, as is planned: " + duty.reason(), answer.sinceNanos());
    }
    return answer;
  }

  private void cannotTell(Night night) {
    LightState now = answer.state();
    boolean said = answer.reason().startsWith(NOTHING_TELLS);
    if (now == LightState.AS_IT_SHOULD_BE || (now == LightState.UNKNOWN && !said)) {
      long since = now == LightState.UNKNOWN ? answer.sinceNanos() : blind.sinceNanos();
      answer = new Answer<>(LightState.UNKNOWN, NOTHING_TELLS + night.words(), since);
    }
  }

  private void unknown(long nanos) {
    if (answer.state() == LightState.UNKNOWN) {
      return;
    }
    long last =
        Math.max(everSeen ? seenNanos : Long.MIN_VALUE, everSaid ? saidNanos : Long.MIN_VALUE);
    answer =
        new Answer<>(
            LightState.UNKNOWN,
            "nothing was told of the light for "
                + Span.words(nanos - last)
                + "; last it was "
                + answer.code(),
            last);
    bySight.end();
    byWord.end();
  }

  /** What should be, orders and rules counted in. */
  private Sky wanted(Sky sky, long nanos) {
    if (!duty.holds(nanos)) {
      return sky;
    }
    return switch (duty.mode()) {
      case SHINE -> Sky.NIGHT;
      case DARK -> Sky.BETWEEN;
      default -> sky;
    };
  }

  /** Empty where nothing follows from it. */
  private Optional<LightState> verdict(Seen shows, Sky sky, long nanos) {
    Sky wanted = wanted(sky, nanos);
    if (wanted == Sky.DAY) {
      return Optional.of(shows == Seen.DARK ? LightState.AS_IT_SHOULD_BE : LightState.DAY_BURNING);
    }
    LightState judged =
        switch (shows) {
          case DARK -> LightState.DARK;
          case OTHER_RHYTHM -> LightState.WRONG_RHYTHM;
          case REDUCED -> LightState.REDUCED;
          default -> LightState.AS_IT_SHOULD_BE;
        };
    boolean dimmed = duty.mode() == Duty.Mode.DIMMED && judged == LightState.REDUCED;
    boolean other =
        duty.mode() == Duty.Mode.OTHER_CHARACTER
            && duty.rhythm().isEmpty()
            && judged == LightState.WRONG_RHYTHM;
    boolean allowed = duty.holds(nanos) && (dimmed || other);
    if (allowed) {
      return Optional.of(LightState.AS_IT_SHOULD_BE);
    }
    boolean strict = wanted == Sky.NIGHT || judged == LightState.AS_IT_SHOULD_BE;
    return strict ? Optional.of(judged) : Optional.empty();
  }

  private static void note(Spell<LightState> spell, Optional<LightState> verdict, long nanos) {
    verdict.ifPresentOrElse(now -> spell.see(now, nanos), spell::end);
  }

  private void bySight(long nanos, Night night, boolean word) {
    LightState now = bySight.what();
    if (now == null || !bySight.lasts(now, nanos, sightNanos(now), 1)) {
      return;
    }
    boolean shines = seen != Seen.DARK;
    boolean denied = word && (shines ? said == LightStatus.FAILED : said == LightStatus.ON);
    String by = "the light input" + (denied ? ", though it says itself " + said : "");
    tell(now, bySight.sinceNanos(), nanos, night, shines, by);
  }

  private long sightNanos(LightState state) {
    return switch (state) {
      case DARK -> rules.darkNanos();
      case WRONG_RHYTHM -> rules.otherNanos();
      case REDUCED -> rules.reducedNanos();
      case DAY_BURNING -> rules.dayBurningNanos();
      default -> rules.rightNanos();
    };
  }

  private void byWord(long nanos, Night night) {
    if (said == LightStatus.FAILED) {
      if (words.lasts(LightStatus.FAILED, nanos, 0, rules.reports())) {
        String by = "its own word: failed, or reduced range";
        tell(LightState.DARK, words.sinceNanos(), nanos, night, false, by);
      }
      return;
    }
    LightState now = byWord.what();
    if (now == null) {
      return;
    }
    boolean first = answer.state() == LightState.UNKNOWN && now == LightState.AS_IT_SHOULD_BE;
    long wait =
        now == LightState.DAY_BURNING ? rules.dayBurningNanos() : first ? 0 : rules.reportNanos();
    if (byWord.lasts(now, nanos, wait, first ? 1 : rules.reports())) {
      tell(now, byWord.sinceNanos(), nanos, night, said == LightStatus.ON, "its own word");
    }
  }

  private void tell(
      LightState now, long since, long nanos, Night night, boolean shines, String by) {
    boolean ends =
        standing == null
            || (standing.state() == LightState.DAY_BURNING
                ? !shines && night.sky() == Sky.DAY
                : shines);
    if (now == answer.state() || (now == LightState.AS_IT_SHOULD_BE && !ends)) {
      return;
    }
    String why =
        " for " + Span.words(nanos - since) + " by " + by + "; " + night.words() + planned(nanos);
    String what = shines ? "light" : "no light";
    answer = new Answer<>(now, what + why, since);
    standing = now == LightState.AS_IT_SHOULD_BE ? null : answer;
  }

  private String planned(long nanos) {
    return duty.mode() == Duty.Mode.AUTOMATIC || !duty.holds(nanos)
        ? ""
        : "; " + Answer.code(duty.mode()) + " by order or rule: " + duty.reason();
  }

  /** Whether it is dark on purpose now. */
  boolean plannedDark(long nanos) {
    return duty.mode() == Duty.Mode.DARK && duty.holds(nanos);
  }

  /** Whether it should shine now. */
  boolean due(long nanos, Sky sky) {
    return wanted(sky, nanos) == Sky.NIGHT;
  }
}
