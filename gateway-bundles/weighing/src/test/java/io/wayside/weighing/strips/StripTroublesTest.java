// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing.Trouble;
import io.wayside.weighing.strips.Road.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong with a sensor shows after some vehicles, and names the channel. */
class StripTroublesTest {

  private static final int SECONDS = 6;
  private static final double HERTZ = 2_000;

  private final List<MotionVehicle> found = new ArrayList<>();

  private List<Trouble> after(int rounds, String more, Consumer<Road> damage) {
    Road road =
        new Road(Road.straight(StripWeighingTest.FOUR, more), HERTZ, SECONDS)
            .drive(new Vehicle(2.5, 22, 0, StripWeighingTest.semi()))
            .noise(0.003, 5);
    damage.accept(road);
    StripWeighing weighing = new StripWeighing(road.instrument, road.channels);
    int length = (int) (SECONDS * HERTZ);
    SampleBlock block = road.block(0, length);
    for (int round = 0; round < rounds; round++) {
      weighing.samples(
          new SampleBlock(
              block.firstMonotonicNanos() + (long) round * SECONDS * 1_000_000_000L,
              block.intervalNanos(),
              (long) round * length,
              block.samples(),
              Flags.NONE),
          found::add);
    }
    return weighing.troubles();
  }

  private static void change(double[] channel, double factor, double most) {
    for (int i = 0; i < channel.length; i++) {
      channel[i] = Math.min(most, channel[i] * factor);
    }
  }

  @Test
  void nothingIsWrongWithAGoodLane() {
    assertThat(after(20, "", road -> {})).isEmpty();
    assertThat(found).hasSize(20);
  }

  @Test
  void aDeadHalfLine() {
    assertThat(after(20, "", road -> change(road.channel("q2.left"), 0, 1)))
        .extracting(Trouble::code)
        .containsExactly("dead-line");
    assertThat(found.get(0).flags().toString()).contains("missing-axle");
    assertThat(found.get(19).flags().toString()).contains("sensor-fault");
  }

  @Test
  void aHalfLineThatReadsTooMuch() {
    List<Trouble> troubles = after(20, "", road -> change(road.channel("q3.right"), 1.15, 99));
    assertThat(troubles).extracting(Trouble::code).containsExactly("lines-disagree");
    assertThat(troubles.get(0).detail()).contains("q3.right").contains("%");
    assertThat(found.get(19).grossUncertaintyN()).isGreaterThan(0);
  }

  @Test
  void aHalfLineThatIsFull() {
    assertThat(after(20, "", road -> change(road.channel("q1.left"), 1, 0.9)))
        .extracting(Trouble::code)
        .contains("clipping");
  }

  @Test
  void aLoopThatIsSilent() {
    assertThat(after(20, Road.LOOP, road -> change(road.channel("loop"), 0, 1)))
        .extracting(Trouble::code)
        .containsExactly("loop-silent");
  }

  @Test
  void pulsesThatBelongToNoVehicle() {
    List<Trouble> troubles =
        after(
            20,
            "",
            road -> {
              for (double at : new double[] {0.9, 4.9}) {
                for (int i = 0; i < 20; i++) {
                  road.channel("q4.left")[(int) (at * HERTZ) + i] += Math.sin(Math.PI * i / 20);
                }
              }
            });
    assertThat(troubles).extracting(Trouble::code).containsExactly("pulses-unmatched");
  }
}
