// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A light watched by the samples of a current or of a photodiode. */
class SampledLightTest {

  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;

  private static LightCharacter character(String text) {
    try {
      return LightCharacter.parse(text);
    } catch (LightSyntax syntax) {
      throw new AssertionError(syntax);
    }
  }

  private static LightWatch watch(String text) {
    return new LightWatch(Expected.character(character(text)));
  }

  private static Lamp lamp(String text) {
    return new Lamp(character(text).rhythm(), new Random(17));
  }

  @ParameterizedTest
  @CsvSource({
    "Fl R 3s,1",
    "Fl R 3s,10",
    "Fl R 3s,100",
    "Q(9) 15s,5",
    "VQ,5",
    "UQ,5",
    "Iso 6s,100",
    "Oc 4s,100",
    "Mo(A) 6s,100",
    "Fl(2+1) 10s,100",
    "Q(6)+LFl 15s,20",
    "LFl 10s,50"
  })
  void aCurrentWithNoiseAndRippleIsRecognised(String text, int everyMs) {
    LightWatch watch = watch(text);
    Lamp lamp = lamp(text).levels(0.02, 0.3).noise(0.02).ripple(everyMs == 1 ? 0.08 : 0);
    lamp.samples(watch, 0, 90 * S, everyMs * MS);

    Finding finding = watch.finding(90 * S);
    assertThat(finding.seen()).as(finding.reason()).isEqualTo(Seen.AS_EXPECTED);
    assertThat(finding.rise().orElseThrow()).isCloseTo(0.3, within(0.03));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VQ", "UQ", "VQ(9) 10s"})
  void samplesTooFarApartTellNothing(String text) {
    LightWatch watch = watch(text);
    lamp(text).samples(watch, 0, 90 * S, 100 * MS);

    Finding finding = watch.finding(90 * S);
    assertThat(finding.seen()).isEqualTo(Seen.NOT_KNOWN);
    assertThat(finding.reason()).contains("too far apart");
  }

  @Test
  void theSunMovesTheLevelsOfAPhotodiodeAndNotTheVerdict() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = lamp("Fl 4s").levels(1, 0.5).noise(0.01).driftPerS(0.01);
    for (int second = 0; second < 300; second++) {
      lamp.samples(watch, second * S, (second + 1) * S, 20 * MS);
      if (second > 30) {
        assertThat(watch.seen((second + 1) * S)).as("%d s", second).isEqualTo(Seen.AS_EXPECTED);
      }
    }
  }

  @Test
  void noiseAloneIsNoLight() {
    LightWatch watch = watch("Fl 4s");
    lamp("Fl 4s").out(true).noise(0.1).samples(watch, 0, 300 * S, 10 * MS);

    Finding finding = watch.finding(300 * S);
    assertThat(finding.seen()).isEqualTo(Seen.NOT_KNOWN);
    assertThat(finding.reason()).contains("give the usual levels");
  }

  @Test
  void aLampThatNeverShoneIsDarkWhereItsUsualLevelsAreGiven() {
    LightWatch watch =
        new LightWatch(Expected.character(character("Fl 4s")), Optional.of(new Usual(0.02, 0.3)));
    lamp("Fl 4s").out(true).levels(0.03, 0.3).noise(0.01).samples(watch, 0, 60 * S, 20 * MS);

    assertThat(watch.seen(60 * S)).isEqualTo(Seen.DARK);
  }

  @Test
  void aLampThatWasLearnedAndGoesOutIsDark() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = lamp("Fl 4s").levels(0.02, 0.3).noise(0.01);
    long nanos = watched(watch, lamp, 0, 120);
    assertThat(watch.usual())
        .hasValueSatisfying(u -> assertThat(u.rise()).isCloseTo(0.3, within(0.02)));

    lamp.out(true);
    nanos = watched(watch, lamp, nanos, 20);
    assertThat(watch.seen(nanos)).as("not yet").isEqualTo(Seen.AS_EXPECTED);
    nanos = watched(watch, lamp, nanos, 15);
    assertThat(watch.seen(nanos)).isEqualTo(Seen.DARK);
    lamp.out(false);
    nanos = watched(watch, lamp, nanos, 30);
    assertThat(watch.seen(nanos)).isEqualTo(Seen.AS_EXPECTED);
  }

  /** Polls every second, as a station does. */
  private static long watched(LightWatch watch, Lamp lamp, long from, int seconds) {
    for (int second = 0; second < seconds; second++) {
      lamp.samples(watch, from + second * S, from + (second + 1) * S, 20 * MS);
      watch.seen(from + (second + 1) * S);
    }
    return from + seconds * S;
  }

  @Test
  void aWeakerLightIsReducedAndAFadingOneTeachesNothing() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = lamp("Fl 4s").levels(0.02, 0.3).noise(0.005);
    long nanos = watched(watch, lamp, 0, 120);
    for (int percent = 100; percent >= 60; percent -= 2) {
      lamp.levels(0.02, 0.003 * percent);
      nanos = watched(watch, lamp, nanos, 60);
      assertThat(watch.seen(nanos))
          .as("%d %%", percent)
          .isEqualTo(
              percent >= 72 ? Seen.AS_EXPECTED : percent <= 68 ? Seen.REDUCED : watch.seen(nanos));
    }
    assertThat(watch.finding(nanos).reason()).contains("at 60 % of its usual strength");
    lamp.levels(0.02, 0.3);
    nanos = watched(watch, lamp, nanos, 60);
    assertThat(watch.seen(nanos)).isEqualTo(Seen.AS_EXPECTED);
  }

  @Test
  void aSteadyLightNeedsItsUsualLevels() {
    LightWatch unknown = watch("F R");
    LightWatch known =
        new LightWatch(Expected.character(character("F R")), Optional.of(new Usual(0, 0.3)));
    Lamp lamp = lamp("F R").levels(0, 0.29).noise(0.01);
    watched(unknown, lamp, 0, 60);
    long nanos = watched(known, lamp, 0, 60);

    assertThat(unknown.seen(nanos)).isEqualTo(Seen.NOT_KNOWN);
    assertThat(known.seen(nanos)).isEqualTo(Seen.AS_EXPECTED);
    nanos = watched(known, lamp.levels(0, 0.19), nanos, 60);
    assertThat(known.seen(nanos)).isEqualTo(Seen.REDUCED);
    nanos = watched(known, lamp.out(true), nanos, 60);
    assertThat(known.seen(nanos)).isEqualTo(Seen.DARK);
  }

  @Test
  void aStreamThatStopsIsSilenceWithoutAnyoneSayingSo() {
    LightWatch watch = watch("Fl 4s");
    lamp("Fl 4s").samples(watch, 0, 60 * S, 20 * MS);

    assertThat(watch.seen(60 * S)).isEqualTo(Seen.AS_EXPECTED);
    assertThat(watch.seen(110 * S)).isEqualTo(Seen.NOT_KNOWN);
    watch.level(110 * S, Double.NaN);
    assertThat(watch.seen(200 * S)).isEqualTo(Seen.NOT_KNOWN);
  }

  @Test
  void anotherRhythmIsExpectedFromNowOn() {
    LightWatch watch = watch("Fl 4s");
    Rhythm quick = character("Q").rhythm();
    lamp("Fl 4s").samples(watch, 0, 60 * S, 20 * MS);
    watch.expect(Expected.list(quick));

    assertThat(watch.seen(60 * S)).isEqualTo(Seen.NOT_KNOWN);
    new Lamp(quick, new Random(1)).samples(watch, 60 * S, 90 * S, 20 * MS);
    assertThat(watch.seen(90 * S)).isEqualTo(Seen.AS_EXPECTED);
  }
}
