// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.LightStatus;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Light by night and by day, by sight and by word, on purpose and not. */
class LightJudgeTest {

  private static final long S = 1_000_000_000L;
  private static final double NOON = 50;
  private static final double MIDNIGHT = -50;
  private static final double DUSK = -2;

  private final Night night = new Night(NightRules.usual(), 0);
  private final LightJudge judge =
      new LightJudge(LightRules.usual(4000), new Answer<>(LightState.UNKNOWN, "nothing yet", 0));
  private long nanos;
  private double sun = MIDNIGHT;

  private LightState sees(Seen seen, long seconds) {
    for (long end = nanos + seconds * S; nanos < end; ) {
      nanos += S;
      judge.seen(nanos, seen);
      look();
    }
    return look().state();
  }

  private LightState says(LightStatus said, int times) {
    for (int i = 0; i < times; i++) {
      nanos += 180 * S;
      look();
      judge.said(nanos, said, night.sky());
      look();
    }
    return look().state();
  }

  private Answer<LightState> look() {
    night.look(nanos, OptionalDouble.of(sun));
    return judge.judge(nanos, night, 3600 * S);
  }

  @Test
  void darkAtNightIsToldAfterHalfAMinuteSinceItsFirstMoment() {
    assertThat(sees(Seen.AS_EXPECTED, 60)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    long first = nanos + S;
    assertThat(sees(Seen.DARK, 29)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.DARK, 3)).isEqualTo(LightState.DARK);
    assertThat(look().sinceNanos()).isEqualTo(first);
    assertThat(look().reason())
        .contains("no light for 30 s by the light input", "sun at -50.0 deg");
  }

  @Test
  void aFaultOfTheNightStandsThroughTheDayUntilThereIsLight() {
    sees(Seen.AS_EXPECTED, 60);
    sees(Seen.DARK, 60);
    sun = NOON;
    assertThat(sees(Seen.DARK, 7200)).isEqualTo(LightState.DARK);
    sun = MIDNIGHT;
    assertThat(sees(Seen.DARK, 60)).isEqualTo(LightState.DARK);
    assertThat(sees(Seen.AS_EXPECTED, 40)).isEqualTo(LightState.AS_IT_SHOULD_BE);
  }

  @Test
  void offByDayIsRightAndOnByDayIsAWasteAfterHours() {
    sun = NOON;
    assertThat(says(LightStatus.OFF, 2)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(says(LightStatus.ON, 60)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(says(LightStatus.ON, 3)).isEqualTo(LightState.DAY_BURNING);
    sun = MIDNIGHT;
    assertThat(says(LightStatus.ON, 10)).as("it still does").isEqualTo(LightState.DAY_BURNING);
    assertThat(says(LightStatus.OFF, 6)).as("worse").isEqualTo(LightState.DARK);
  }

  @Test
  void duskExcusesBoth() {
    sees(Seen.AS_EXPECTED, 60);
    sun = DUSK;
    assertThat(sees(Seen.DARK, 3600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.AS_EXPECTED, 4 * 3600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
  }

  @Test
  void aPhotocellThatWentDarkThisEveningMakesDuskNight() {
    sees(Seen.AS_EXPECTED, 60);
    sun = DUSK;
    night.photocell(nanos, Optional.of(false));
    night.photocell(nanos + S, Optional.of(true));
    assertThat(sees(Seen.DARK, 590)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.DARK, 60)).isEqualTo(LightState.DARK);
  }

  @Test
  void aDarkPhotocellByDayExcusesALightAndAsksForNone() {
    sun = NOON;
    night.photocell(0, Optional.of(true));
    sees(Seen.AS_EXPECTED, 60);
    for (int hour = 0; hour < 2; hour++) {
      assertThat(sees(Seen.AS_EXPECTED, 3600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    }
    assertThat(sees(Seen.DARK, 600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(night.cellFault()).isEmpty();
    sees(Seen.DARK, 3600);
    assertThat(night.cellFault().orElseThrow().reason())
        .contains("photocell says dark", "clean it");
  }

  @Test
  void anotherRhythmAndWeakLightAreToldApart() {
    assertThat(sees(Seen.OTHER_RHYTHM, 90)).isEqualTo(LightState.WRONG_RHYTHM);
    assertThat(sees(Seen.REDUCED, 290)).isEqualTo(LightState.WRONG_RHYTHM);
    assertThat(sees(Seen.REDUCED, 20)).isEqualTo(LightState.REDUCED);
    assertThat(sees(Seen.AS_EXPECTED, 60)).isEqualTo(LightState.AS_IT_SHOULD_BE);
  }

  @Test
  void flickeringDoesNotFlap() {
    sees(Seen.AS_EXPECTED, 60);
    for (int i = 0; i < 100; i++) {
      assertThat(sees(Seen.DARK, 25)).isEqualTo(LightState.AS_IT_SHOULD_BE);
      assertThat(sees(Seen.AS_EXPECTED, 5)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    }
  }

  @Test
  void whatIsSeenGoesBeforeWhatIsSaid() {
    sees(Seen.AS_EXPECTED, 60);
    judge.said(nanos, LightStatus.ON, Sky.NIGHT);
    assertThat(sees(Seen.DARK, 60)).isEqualTo(LightState.DARK);
    assertThat(look().reason()).contains("though it says itself ON");
    assertThat(sees(Seen.AS_EXPECTED, 60)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    judge.said(nanos, LightStatus.FAILED, Sky.NIGHT);
    judge.said(nanos + S, LightStatus.FAILED, Sky.NIGHT);
    assertThat(sees(Seen.AS_EXPECTED, 60)).isEqualTo(LightState.AS_IT_SHOULD_BE);
  }

  @Test
  void failedIsAFaultByDayTooWhenItIsSaidTwice() {
    sun = NOON;
    says(LightStatus.OFF, 2);
    assertThat(says(LightStatus.FAILED, 1)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(says(LightStatus.FAILED, 1)).isEqualTo(LightState.DARK);
    assertThat(says(LightStatus.OFF, 20)).as("off proves nothing").isEqualTo(LightState.DARK);
  }

  @Test
  void silenceIsUnknownSinceTheLastWordAndRemembersTheFault() {
    says(LightStatus.ON, 1);
    says(LightStatus.OFF, 6);
    long last = nanos;
    nanos += 3600 * S;
    assertThat(look().state()).isEqualTo(LightState.UNKNOWN);
    assertThat(look().sinceNanos()).isEqualTo(last);
    assertThat(look().reason()).contains("last it was dark");
    sun = NOON;
    assertThat(says(LightStatus.OFF, 1)).isEqualTo(LightState.DARK);
    assertThat(look().sinceNanos()).as("nobody knew in between").isEqualTo(nanos);
  }

  @Test
  void darkOnPurposeIsNoFaultUntilItsEnd() {
    sees(Seen.AS_EXPECTED, 60);
    judge.duty(
        new Duty(
            Duty.Mode.DARK, Optional.empty(), "order 5 of khanh", OptionalLong.of(nanos + 600 * S)),
        nanos);
    assertThat(judge.plannedDark(nanos)).isTrue();
    assertThat(sees(Seen.DARK, 590)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(look().reason()).contains("order 5 of khanh");
    assertThat(sees(Seen.DARK, 60)).as("its lease is over").isEqualTo(LightState.DARK);
    assertThat(judge.plannedDark(nanos)).isFalse();
  }

  @Test
  void shiningByDayByOrderMustShine() {
    sun = NOON;
    sees(Seen.DARK, 60);
    Duty shine = new Duty(Duty.Mode.SHINE, Optional.empty(), "a test", OptionalLong.empty());
    judge.duty(shine, nanos);
    assertThat(judge.due(nanos, Sky.DAY)).isTrue();
    assertThat(sees(Seen.AS_EXPECTED, 4 * 3600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.DARK, 60)).isEqualTo(LightState.DARK);
    assertThat(look().reason()).contains("shine by order or rule: a test");
  }

  @Test
  void dimmedAndOtherByOrderAreRight() {
    judge.duty(new Duty(Duty.Mode.DIMMED, Optional.empty(), "dim", OptionalLong.empty()), nanos);
    assertThat(sees(Seen.REDUCED, 600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    judge.duty(
        new Duty(Duty.Mode.OTHER_CHARACTER, Optional.empty(), "", OptionalLong.empty()), nanos);
    assertThat(sees(Seen.OTHER_RHYTHM, 600)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.DARK, 60)).isEqualTo(LightState.DARK);
  }

  @Test
  void anInputThatIsNotReadableForAMomentChangesNothing() {
    sees(Seen.AS_EXPECTED, 60);
    assertThat(sees(Seen.NOT_KNOWN, 590)).isEqualTo(LightState.AS_IT_SHOULD_BE);
    assertThat(sees(Seen.NOT_KNOWN, 20)).isEqualTo(LightState.UNKNOWN);
  }
}
