// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.Colour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lights of both ends of a reversible lane: whatever fails, both ends are never green. */
class LampsTest {

  private static final Duration LEASE = Duration.ofMillis(1_500);

  private final SteppedTime time = new SteppedTime();
  private final BenchOutput green = new BenchOutput("green", time, false);
  private final BenchOutput red = new BenchOutput("red", time, true);
  private final BenchOutput greenThere = new BenchOutput("green-there", time, false);
  private final BenchOutput redThere = new BenchOutput("red-there", time, true);
  private Lamps lamps = forward();

  private Lamps forward() {
    return new Lamps(signs(green, red), signs(greenThere, redThere), LEASE);
  }

  private Lamps reverse() {
    return new Lamps(signs(greenThere, redThere), signs(green, red), LEASE);
  }

  private static EndSigns signs(BenchOutput green, BenchOutput red) {
    return new EndSigns(Optional.of(green), Optional.of(red), Optional.empty());
  }

  /** What is lit: the end's own, then the other's. */
  private String lit() {
    return lit(green, red) + " " + lit(greenThere, redThere);
  }

  private static String lit(BenchOutput green, BenchOutput red) {
    return (green.isOn() ? "green" : "") + (red.isOn() ? "red" : "");
  }

  private void passes(long ms) {
    time.to(time.monotonicNanos() + ms * 1_000_000);
  }

  @Test
  void whoComesAgainstTheLaneSeesRed() {
    lamps.show(Colour.RED);
    assertThat(lit()).isEqualTo("red red");
    lamps.show(Colour.GREEN);
    assertThat(lit()).isEqualTo("green red");
    passes(1_000);
    lamps.renew();
    passes(1_000);
    assertThat(lit()).as("renewed").isEqualTo("green red");
    passes(1_000);
    assertThat(lit()).as("a thread that hangs").isEqualTo("red red");
  }

  @Test
  void turnedItIsTheOtherEndThatIsServed() {
    lamps.show(Colour.GREEN);
    lamps.letGo();
    assertThat(lit()).isEqualTo("red red");
    lamps = reverse();
    assertThat(lit()).isEqualTo("red red");
    lamps.show(Colour.GREEN);
    assertThat(lit()).isEqualTo("red green");
  }

  @Test
  void aLaneWithLightsAtOneEndShowsRedThereWhileItIsTurned() {
    Lamps turned = new Lamps(EndSigns.NONE, signs(green, red), LEASE);
    turned.show(Colour.GREEN);
    assertThat(lit(green, red)).isEqualTo("red");
  }

  @Test
  void nobodyHasGreenWhileTheOtherEndDoesNotDoWhatItIsTold() {
    redThere.broken(true);
    lamps.show(Colour.GREEN);
    assertThat(lit(green, red)).isEqualTo("red");
    redThere.broken(false);
    lamps.renew();
    assertThat(lit()).as("mended").isEqualTo("green red");
    greenThere.broken(true);
    lamps.renew();
    assertThat(lit(green, red)).isEqualTo("red");
    assertThat(lamps.lines().stream().map(HeldOutput::failure).filter(words -> !words.isEmpty()))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("green-there"));
  }

  @Test
  void atATrialTheOtherEndIsRedFirst() {
    lamps.show(Colour.GREEN);
    lamps.tryOut(Lamps.End.AGAINST, true, false);
    assertThat(lit()).isEqualTo("red green");
    lamps.tryOut(Lamps.End.SERVED, true, true);
    assertThat(lit()).isEqualTo("greenred red");
    lamps.show(Colour.RED);
    assertThat(lit()).isEqualTo("red red");
  }

  /** Each drive to green is looked at: at that moment the other must be red and not green. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverGreenAtBothEnds(long seed) {
    Random random = new Random(seed);
    List<BenchOutput> all = List.of(green, red, greenThere, redThere);
    int[] greens = new int[2];
    green.whenDrivenOn(
        () -> {
          greens[0]++;
          assertThat(lit(greenThere, redThere)).isEqualTo("red");
        });
    greenThere.whenDrivenOn(
        () -> {
          greens[1]++;
          assertThat(lit(green, red)).isEqualTo("red");
        });
    boolean turned = false;
    for (int i = 0; i < 20_000; i++) {
      switch (random.nextInt(12)) {
        case 0 -> all.get(random.nextInt(4)).broken(true);
        case 1, 2 -> all.get(random.nextInt(4)).broken(false);
        case 3 -> {
          lamps.letGo();
          turned = !turned;
          lamps = turned ? reverse() : forward();
        }
        case 4, 5 -> lamps.show(Colour.GREEN);
        case 6 -> lamps.show(Colour.RED);
        case 7 ->
            lamps.tryOut(
                random.nextBoolean() ? Lamps.End.SERVED : Lamps.End.AGAINST,
                random.nextBoolean(),
                random.nextBoolean());
        case 8, 9 -> lamps.renew();
        default -> passes(random.nextInt(700));
      }
      assertThat(green.isOn() && greenThere.isOn()).as("step %d", i).isFalse();
    }
    assertThat(greens).as("both ends are green at times").doesNotContain(0);
  }
}
