// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.ContactEdge;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantumTest {

  private final Quantum strip = new Quantum("line.1.left", "V", 16, 20.0 / 65_536);

  @Test
  void countsAreNearestAndEndWhereTheConverterEnds() {
    assertThat(strip.raw(0)).isZero();
    assertThat(strip.raw(-10)).isEqualTo(-32_768);
    assertThat(strip.raw(10)).isEqualTo(32_767);
    assertThat(strip.raw(1e9)).isEqualTo(32_767);
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      double value = random.nextDouble(-9.99, 9.99);
      assertThat(strip.value(strip.raw(value))).isCloseTo(value, within(strip.step() / 2 + 1e-12));
    }
  }

  @Test
  void theSceneIsAlreadyInStepsSoThatNothingIsLost() {
    MotionScene scene = Scenarios.named("four-lines-class-i").scene(3);
    List<Quantum> channels = Quantum.of(scene.site());
    double[][] samples = scene.next(20_000);
    for (int c = 0; c < 8; c++) {
      for (double value : samples[c]) {
        assertThat(channels.get(c).value(channels.get(c).raw(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void theDriverIsToldStepAndUnit() {
    assertThat(strip.wanted("voltage3"))
        .isEqualTo("line.1.left=voltage3 unit=V scale=3.0517578125E-4");
    assertThat(strip.format()).isEqualTo("le:s16/16>>0");
    assertThat(new Quantum("cell", "mV/V", 24, 1e-6).format()).isEqualTo("le:s24/32>>0");
  }

  @Test
  void onlyAPlatformsContactsAreSampled() {
    assertThat(Quantum.of(Scenarios.named("four-lines-class-i").site())).hasSize(11);
    assertThat(Quantum.of(Scenarios.named("platform-3m-low-speed").site()))
        .extracting(Quantum::name)
        .endsWith("contact.loop.in", "contact.loop.out", "contact.curtain");
  }

  @Test
  void sampledContactsChangeWhenTheContactsDo() {
    MotionScene scene = Scenarios.named("platform-3m-low-speed").scene(4);
    MotionScene same = Scenarios.named("platform-3m-low-speed").scene(4);
    SampledScene sampled = new SampledScene(scene);
    int curtain = sampled.channels().size() - 1;
    List<Double> changes = new ArrayList<>();
    List<Double> edges = new ArrayList<>();
    double before = 0;
    for (int block = 0; block < 400; block++) {
      double[] channel = sampled.next(250)[curtain];
      for (int i = 0; i < channel.length; i++) {
        if (channel[i] != before) {
          changes.add((block * 250 + i) / scene.rateHz());
          before = channel[i];
        }
      }
      same.next(250);
      same.edges().stream()
          .filter(edge -> edge.contact().equals("curtain"))
          .map(ContactEdge::timeS)
          .forEach(edges::add);
    }
    assertThat(edges).isNotEmpty();
    assertThat(changes).isEqualTo(edges);
  }
}
