// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.simulators.toll.scenario.TollScenario;
import io.wayside.rig.simulators.toll.scenario.TollScenarios;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each scenario through the gateway's own lanes: nothing charged wrongly, twice or without a
 * passage, nothing wrong in silence. Many seeds are for {@code ./wayside rig toll}.
 */
class EveryScenarioTest {

  static Stream<String> scenarios() {
    return TollScenarios.all().stream().map(TollScenario::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void chargesWhoPassesAndNobodyElse(String scenario) throws GarbledData {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    int status =
        RigToll.run(
            List.of("--scenario", scenario, "--seed", "1", "--seeds", "2", "--json"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8));

    assertThat(status).as(progress.toString(StandardCharsets.UTF_8)).isZero();
    Value.Fields result = (Value.Fields) Json.read(out.toString(StandardCharsets.UTF_8)).root();
    Value.Fields total = (Value.Fields) result.get("total");
    for (String never :
        List.of(
            "wrong-tag",
            "no-passage",
            "twice",
            "missed-silent",
            "other-silent",
            "unflagged-wrong",
            "not-ended",
            "not-as-played")) {
      assertThat(number(total, never)).as(never).isZero();
    }
    assertThat(number(total, "runs")).isEqualTo(2);
    assertThat(number(total, "charged-right")).isPositive();
  }

  private static long number(Value.Fields from, String name) {
    return ((Value.Whole) from.get(name)).value();
  }
}
