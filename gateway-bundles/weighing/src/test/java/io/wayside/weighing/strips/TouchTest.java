// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static io.wayside.weighing.strips.Strips.pulse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TouchTest {

  /** Halves 0 and 1 on the line at 0 m, 2 and 3 at 3 m, 4 and 5 at 6 m, 6 slanted. */
  private final Layout layout = Strips.layout(0, 3, 6);

  private static List<List<Pulse>> byHalf(Pulse... pulses) {
    List<List<Pulse>> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(new ArrayList<>());
    }
    for (Pulse each : pulses) {
      all.get(each.detector()).add(each);
    }
    return all;
  }

  @Test
  void bothHalvesAtOnceAreOneAxleAsStrongAsBothTogether() {
    List<Touch> touches = Touch.of(byHalf(pulse(0, 100, 2), pulse(1, 110, 3)), layout);
    assertThat(touches).hasSize(1);
    Touch touch = touches.get(0);
    assertThat(touch.line()).isZero();
    assertThat(touch.time()).isEqualTo(105);
    assertThat(touch.pulses()).hasSize(2);
    assertThat(touch.strength()).isCloseTo(2 * 40_000 + 3 * 50_000, within(1e-6));
    // 30 samples of foot for 0.25 m of tyre and 0.05 m of strip
    assertThat(touch.paceSamples()).isCloseTo(100, within(1e-9));
  }

  @Test
  void oneHalfAloneIsATouchToo() {
    assertThat(Touch.of(byHalf(pulse(3, 100, 2)), layout))
        .singleElement()
        .satisfies(touch -> assertThat(touch.line()).isOne());
  }

  @Test
  void oneHalfTwiceIsTwoAxlesThoughTheyOverlap() {
    assertThat(Touch.of(byHalf(pulse(0, 100, 2), pulse(0, 130, 2)), layout)).hasSize(2);
  }

  @Test
  void halvesOneAfterTheOtherAreTwoTouches() {
    assertThat(Touch.of(byHalf(pulse(0, 100, 2), pulse(1, 141, 2)), layout)).hasSize(2);
    assertThat(Touch.of(byHalf(pulse(0, 100, 2), pulse(1, 140, 2)), layout)).hasSize(1);
  }

  @Test
  void aSlantedLineTouchesNothingAndLinesCountInTheDirectionOfTravel() {
    assertThat(Touch.of(byHalf(pulse(6, 100, 2)), layout)).isEmpty();
    assertThat(Touch.places(layout)).containsExactly(0.0, 3.0, 6.0);
  }

  @Test
  void aWheelThatStandsIsSaid() {
    Touch touch = Touch.of(byHalf(pulse(0, 100, 2), Pulse.stuck(1, 60, 160, 2)), layout).get(0);
    assertThat(touch.isStuck()).isTrue();
    assertThat(Touch.of(byHalf(pulse(0, 100, 2)), layout).get(0).isStuck()).isFalse();
  }

  @Test
  void strengthsThatDifferByAThirdAreAtTheEdgeOfLikeness() {
    Touch touch = Touch.of(byHalf(pulse(0, 100, 1)), layout).get(0);
    assertThat(touch.unlike(40_000)).isZero();
    assertThat(touch.unlike(40_000 * Math.exp(0.3))).isCloseTo(1, within(1e-9));
    assertThat(touch.unlike(40_000 * Math.exp(-0.3))).isCloseTo(1, within(1e-9));
    assertThat(touch.unlike(120_000)).isGreaterThan(10);
  }

  /** The oracle is the traffic itself: which axle left which pulses is known when they are made. */
  @Test
  void everyAxleOfRandomTrafficIsOneTouchOnEachLineThatFeltIt() {
    Random random = new Random(23);
    for (int run = 0; run < 300; run++) {
      List<Pulse> pulses = new ArrayList<>();
      List<Known> expected = new ArrayList<>();
      for (int line = 0; line < 3; line++) {
        double at = 50;
        for (int axle = 0; axle < random.nextInt(8); axle++) {
          at += 82 + random.nextInt(200); // never together with the axle before
          axle(random, line, at, pulses, expected);
        }
      }
      java.util.Collections.shuffle(pulses, random);
      expected.sort(Comparator.comparingDouble(Known::time));
      List<Touch> touches = Touch.of(byHalf(pulses.toArray(new Pulse[0])), layout);
      assertThat(touches).extracting(Touch::line).hasSameSizeAs(expected);
      assertThat(touches).isSortedAccordingTo(Comparator.comparingDouble(Touch::time));
      for (Known known : expected) {
        assertThat(touches)
            .filteredOn(touch -> touch.line() == known.line)
            .filteredOn(touch -> Math.abs(touch.time() - known.time) < 1e-9)
            .singleElement()
            .satisfies(
                touch -> assertThat(touch.strength()).isCloseTo(known.strength, within(1e-6)));
      }
    }
  }

  private record Known(int line, double time, double strength) {}

  private static void axle(
      Random random, int line, double at, List<Pulse> pulses, List<Known> expected) {
    boolean left = random.nextInt(4) > 0;
    boolean right = !left || random.nextInt(4) > 0;
    double skew = left && right ? random.nextInt(38) : 0;
    double peak = 1 + random.nextDouble();
    double strength = 0;
    if (left) {
      pulses.add(pulse(2 * line, at, peak));
      strength += peak * Strips.LEFT_C;
    }
    if (right) {
      pulses.add(pulse(2 * line + 1, at + skew, peak));
      strength += peak * Strips.RIGHT_C;
    }
    expected.add(new Known(line, left && right ? at + skew / 2 : at, strength));
  }
}
