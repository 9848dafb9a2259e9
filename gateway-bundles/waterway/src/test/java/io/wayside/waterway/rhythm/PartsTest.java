// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.wayside.waterway.light.Lengths;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The parts of a watch, each by itself. */
class PartsTest {

  private static final long MS = 1_000_000L;

  /** Whole runs one after the other: {@code +500 -1000}. */
  private static List<Lasted> runs(String lengths) {
    List<Lasted> runs = new ArrayList<>();
    long nanos = 0;
    for (String length : lengths.split(" ", -1)) {
      long until = nanos + Integer.parseInt(length.substring(1)) * MS;
      runs.add(new Lasted(length.startsWith("+"), nanos, until, true));
      nanos = until;
    }
    return runs;
  }

  private static String times(int count, String lengths) {
    return String.join(" ", java.util.Collections.nCopies(count, lengths));
  }

  @Test
  void toleranceIsTheLargerOfBothAndTheSampling() {
    Tolerance usual = Tolerance.usual();

    assertThat(usual.of(500 * MS, 0)).isEqualTo(50 * MS);
    assertThat(usual.of(1_000 * MS, 0)).isEqualTo(50 * MS);
    assertThat(usual.of(3_500 * MS, 0)).isEqualTo(175 * MS);
    assertThat(usual.of(500 * MS, 100 * MS)).isEqualTo(150 * MS);
  }

  @Test
  void aTapeBeginsWithARunWhoseBeginningWasNotSeen() {
    Tape tape = new Tape();

    assertThat(tape.current(5)).isEmpty();
    assertThat(tape.hear(true, 10)).isEmpty();
    assertThat(tape.hear(true, 20)).as("the same again").isEmpty();
    assertThat(tape.hear(false, 30)).contains(new Lasted(true, 10, 30, false));
    assertThat(tape.hear(true, 45)).contains(new Lasted(false, 30, 45, true));
    assertThat(tape.current(50)).contains(new Lasted(true, 45, 50, true));
    assertThat(tape.beganNanos()).isEqualTo(10);
    assertThat(tape.ended()).hasSize(2);
    tape.cut();
    assertThat(tape.current(60)).isEmpty();
    assertThat(tape.ended()).isEmpty();
  }

  @Test
  void aTapeIsBounded() {
    Tape tape = new Tape();
    for (int i = 0; i < 10_000; i++) {
      tape.hear(i % 2 == 0, i);
    }
    assertThat(tape.ended()).hasSize(600);
  }

  @Test
  void aChainGrowsWhileRunsFollowTheList() {
    Chain chain = new Chain(Lengths.of("+500 -1000 +500 -4000"), Tolerance.usual());
    List<Lasted> runs = runs("-4000 +520 -980 +500 -4100 +480 -1000");

    runs.forEach(run -> assertThat(chain.hear(run, 0)).isTrue());
    assertThat(chain.nanos()).isEqualTo(11_580 * MS);
    assertThat(chain.goesOn(new Lasted(true, 0, 540 * MS, true), 0)).isTrue();
    assertThat(chain.goesOn(new Lasted(true, 0, 560 * MS, true), 0)).isFalse();
    assertThat(chain.goesOn(new Lasted(false, 0, 1, true), 0)).isFalse();
    chain.cut();
    assertThat(chain.nanos()).isZero();
    assertThat(chain.goesOn(new Lasted(true, 0, 1, true), 0)).isFalse();
  }

  @Test
  void aChainBreaksWhereARunIsOffAndBeginsAnewThere() {
    Chain chain = new Chain(Lengths.of("+500 -1000 +500 -4000"), Tolerance.usual());
    runs("+500 -1000 +500 -4000 +500").forEach(run -> chain.hear(run, 0));

    assertThat(chain.hear(runs("-2000").get(0), 0)).isFalse();
    assertThat(chain.nanos()).isZero();
    assertThat(chain.hear(runs("+500").get(0), 0)).isTrue();
    assertThat(chain.nanos()).isEqualTo(500 * MS);
    assertThat(chain.hear(runs("+500 -1000").get(1), 0)).isTrue();
  }

  @Test
  void aRunThatBeganBeforeItWasSeenMayBeShorter() {
    Chain chain = new Chain(Lengths.of("+500 -3500"), Tolerance.usual());

    assertThat(chain.hear(new Lasted(false, 0, 200 * MS, false), 0)).isTrue();
    assertThat(chain.hear(new Lasted(true, 200 * MS, 700 * MS, true), 0)).isTrue();
    assertThat(chain.nanos()).isEqualTo(700 * MS);
    Chain other = new Chain(Lengths.of("+500 -3500"), Tolerance.usual());
    assertThat(other.hear(new Lasted(false, 0, 3_800 * MS, false), 0)).as("too long").isFalse();
  }

  @Test
  void samplesFarApartWidenTheTolerance() {
    Chain chain = new Chain(Lengths.of("+500 -3500"), Tolerance.usual());
    List<Lasted> runs = runs("+400 -3700 +600 -3300");

    runs.forEach(run -> assertThat(chain.hear(run, 100 * MS)).isTrue());
  }

  @Test
  void aCycleIsTheShortestThatRepeats() {
    assertThat(Cycle.in(runs(times(6, "+500 -1000 +500 -4000")), Tolerance.usual(), 0))
        .contains(Lengths.of("+500 -1000 +500 -4000"));
    assertThat(Cycle.in(runs("-300 " + times(6, "+490 -3500 +510 -3500")), Tolerance.usual(), 0))
        .contains(Lengths.of("+500 -3500"));
  }

  @Test
  void aGroupAloneIsNoCycle() {
    String nine = times(9, "+200 -300").replaceAll(" -300$", " -5800");

    assertThat(Cycle.in(runs(times(1, nine) + " " + times(8, "+200 -300")), Tolerance.usual(), 0))
        .isEmpty();
    assertThat(Cycle.in(runs(times(4, nine)), Tolerance.usual(), 0).orElseThrow().periodMs())
        .isEqualTo(10_000);
  }

  @Test
  void twoLevelsAreFoundHoweverUnequalTheirShares() {
    Random random = new Random(3);
    for (double duty : new double[] {0.01, 0.1, 0.5, 0.9}) {
      double[] samples = new double[2_000];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (i < duty * samples.length ? 1.3 : 0.2) + 0.05 * random.nextGaussian();
      }
      TwoLevels levels = TwoLevels.in(samples).orElseThrow();
      assertThat(levels.dark()).as("duty %s", duty).isCloseTo(0.2, within(0.05));
      assertThat(levels.lit()).isCloseTo(1.3, within(0.05));
      assertThat(levels.middle()).isCloseTo(0.75, within(0.05));
    }
  }

  @Test
  void oneLevelIsNotTakenForTwo() {
    Random random = new Random(3);
    double[] noise = random.doubles(2_000).toArray();
    double[] tail = random.doubles(2_000).map(Math::log).toArray();
    double[] ramp = java.util.stream.IntStream.range(0, 500).mapToDouble(i -> i).toArray();

    assertThat(TwoLevels.in(noise)).isEmpty();
    assertThat(TwoLevels.in(tail)).isEmpty();
    assertThat(TwoLevels.in(ramp)).isEmpty();
    assertThat(TwoLevels.in(new double[100])).isEmpty();
    assertThat(TwoLevels.in(new double[] {0, 1, 0, 1})).as("too few").isEmpty();
  }

  @Test
  void rippleOfTheMainsIsSmoothedAwayAndSpikesAreLeftOut() {
    Smoothing smoothing = new Smoothing();
    List<Double> smooth = new ArrayList<>();
    for (int ms = 0; ms < 1_000; ms++) {
      double ripple = Math.sin(2 * Math.PI * 100 * ms / 1000);
      double spike = ms == 500 ? 1_000 : 0;
      smoothing.hear(ms * MS, 5 + ripple + spike).ifPresent(level -> smooth.add(level.value()));
    }
    assertThat(smooth)
        .hasSizeBetween(95, 100)
        .allSatisfy(v -> assertThat(v).isCloseTo(5, within(1e-6)));
  }

  @Test
  void slowSamplesPassOneByOne() {
    Smoothing smoothing = new Smoothing();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      smoothing.hear(i * 100L * MS, i).ifPresent(level -> times.add(level.nanos() / MS));
    }
    assertThat(times).containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L);
  }

  @Test
  void aSlicerSaysNothingOfOneLevelUnlessItKnowsTheUsualOnes() {
    Slicer slicer = new Slicer(4_000 * MS);
    Optional<Usual> usual = Optional.of(new Usual(0, 1));
    for (int i = 0; i < 1_000; i++) {
      assertThat(slicer.hear(i * 10L * MS, 0.9, Optional.empty())).isEmpty();
    }
    for (int i = 1_000; i < 1_100; i++) {
      assertThat(slicer.hear(i * 10L * MS, 0.9, usual)).contains(true);
    }
    slicer.cut();
    assertThat(slicer.hear(20_000 * MS, 0.1, usual)).contains(false);
    assertThat(slicer.hear(20_010 * MS, 2.5, usual)).as("the sun").isEmpty();
    assertThat(slicer.levels()).isEmpty();
  }

  @Test
  void usualLevelsRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Usual(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0, Double.NaN));
  }

  @Test
  void aFitIsTheShareOfTheTimeThatFollows() {
    Tolerance usual = Tolerance.usual();
    List<Lasted> good = runs(times(5, "+500 -3500"));
    List<Lasted> half = runs(times(5, "+500 -3500") + " " + times(10, "+300 -1700"));

    assertThat(Fit.of(good, Lengths.of("+500 -3500"), usual, 0)).isEqualTo(new Fit(1, 0));
    assertThat(Fit.of(half, Lengths.of("+500 -3500"), usual, 0).share())
        .isCloseTo(0.5, within(0.03));
    assertThat(Fit.of(good, Lengths.of("+500 -1000 +500 -4000"), usual, 0).share()).isZero();
    assertThat(Fit.of(runs("+510 -3490"), Lengths.of("+500 -3500"), usual, 0).offMs())
        .isEqualTo(10);
    assertThat(Fit.of(List.of(), Lengths.of("+500 -3500"), usual, 0)).isEqualTo(new Fit(0, 0));
  }

  @Test
  void aCharacterMayHaveOtherLengthsButNotAnotherNameOrPeriod() throws LightSyntax {
    Expected expected = Expected.character(LightCharacter.parse("Fl(2) R 6s"));

    assertThat(also(expected, "+300 -800 +300 -4600")).isTrue();
    assertThat(also(expected, "+300 -800 +300 -4100")).as("5.5 s").isFalse();
    assertThat(also(expected, "+500 -5500")).as("Fl 6s").isFalse();
    assertThat(also(Expected.list(Lengths.of("+500 -1000 +500 -4000")), "+300 -800 +300 -4600"))
        .as("a list is a list")
        .isFalse();
    assertThat(also(Expected.character(LightCharacter.parse("Iso 6s")), "+3100 -2900")).isFalse();
    assertThat(also(Expected.character(LightCharacter.parse("Al.Fl WR 10s")), "+300 -4700"))
        .as("a flash of each colour")
        .isTrue();
    assertThat(expected).hasToString("Fl(2) R 6s");
    assertThat(Expected.list(Lengths.of("+500 -3500")))
        .hasToString("Fl 4s (lit 0.50, dark 3.50 s)");
  }

  private static boolean also(Expected expected, String lengths) {
    return expected.isAlso(Lengths.of(lengths), Tolerance.usual(), 0);
  }
}
