// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import io.wayside.rig.scenarios.hostile.Combination.Gateway;
import io.wayside.rig.scenarios.hostile.Combination.HalfOpen;
import io.wayside.rig.scenarios.hostile.Combination.Latency;
import io.wayside.rig.scenarios.hostile.Combination.Loss;
import io.wayside.rig.scenarios.hostile.Combination.Maker;
import io.wayside.rig.scenarios.hostile.Combination.Restart;
import io.wayside.rig.scenarios.hostile.Combination.Wire;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CombinationTest {

  private final List<Combination> all = Combination.all();

  @Test
  void everyCombinationOfTheFiveFactorsIsThereOnce() {
    assertThat(all)
        .hasSize(
            Latency.values().length
                * Loss.values().length
                * HalfOpen.values().length
                * Restart.values().length
                * Behaviour.values().length);
    assertThat(
            all.stream()
                .map(c -> List.of(c.latency(), c.loss(), c.halfOpen(), c.restart(), c.behaviour()))
                .collect(Collectors.toSet()))
        .hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).number()).isEqualTo(i);
    }
  }

  @Test
  void everyBehaviourMeetsEachBrokerTransportAndGateway() {
    for (Behaviour behaviour : Behaviour.values()) {
      List<Combination> some = all.stream().filter(c -> c.behaviour() == behaviour).toList();
      assertThat(some).extracting(Combination::maker).contains(Maker.values());
      assertThat(some).extracting(Combination::wire).contains(Wire.values());
      assertThat(some).extracting(Combination::gateway).contains(Gateway.values());
    }
  }
}
