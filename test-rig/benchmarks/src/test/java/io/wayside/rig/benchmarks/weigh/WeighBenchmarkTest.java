// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.simulators.motion.Scenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeighBenchmarkTest {

  /** Only figures are disturbed by another run on the same machine, and none is judged here. */
  @BeforeAll
  static void runBesideOthers() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  /** No figure is judged: how fast this machine is at this moment is not the test's business. */
  @Test
  void eachFigureIsMeasuredInAProcessOfItsOwn() throws Exception {
    List<Figure> figures =
        new WeighBenchmark().run(new WeighBenchmark.Effort(1, 0, 1, 50), what -> {});

    assertThat(figures)
        .hasSize(9)
        .allSatisfy(
            figure -> {
              assertThat(figure.value()).isPositive();
              assertThat(figure.unit()).isNotEmpty();
            });
    assertThat(figures.stream().filter(figure -> figure.against().equals("the bar"))).hasSize(2);
  }

  @Test
  void theSignalGoesOnWithoutAGapWhenItIsPlayedAgain() {
    LaneSignal signal = LaneSignal.of(Scenarios.named(WeighedLane.SCENARIO).scene(1), 2);

    SampleBlock last = signal.played(signal.blocks().size() - 1, 0);
    SampleBlock next = signal.played(0, 1);

    assertThat(signal.vehicles()).isNotEmpty();
    assertThat(next.sequence()).isEqualTo(last.sequence() + last.length());
    assertThat(next.firstMonotonicNanos())
        .isEqualTo(Math.round(last.firstMonotonicNanos() + last.length() * last.intervalNanos()));
    assertThat(signal.channels()).hasSize(11); // eight half-lines, two loops, a thermometer
  }

  @Test
  void whatIsMeasuredIsWeighing() throws Exception {
    WeighedLane lane = new WeighedLane();
    lane.leastS = 6;
    lane.prepare();
    WeighedLane.Played played = new WeighedLane.Played();

    lane.weigh(played);
    long found = lane.weigh(played);
    lane.read(played);

    assertThat(found).isPositive();
    assertThat(played.signalSeconds).isGreaterThanOrEqualTo(3 * 6);
    lane.check(); // fails when vehicles are missing
  }
}
