// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static Arguments arguments(String... words) throws BadArguments {
    return new Arguments(List.of(words), Set.of("--store", "--port"), Set.of("--json"));
  }

  @Test
  void optionsSwitchesAndDefaultsAreRead() throws Exception {
    Arguments given = arguments("--json", "--store", "a b.db");
    assertThat(given.has("--json")).isTrue();
    assertThat(given.required("--store")).isEqualTo("a b.db");
    assertThat(given.number("--port", 7)).isEqualTo(7);
    assertThat(given.optional("--port", "x")).isEqualTo("x");
    assertThat(arguments("--port", "0").number("--port", 7)).isZero();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> arguments("--stor", "x")).hasMessageContaining("--stor");
    assertThatThrownBy(() -> arguments("--store")).hasMessageContaining("--store needs a value");
    assertThatThrownBy(() -> arguments("--json", "--json")).hasMessageContaining("twice");
    assertThatThrownBy(() -> arguments().required("--store")).hasMessageContaining("missing");
    assertThatThrownBy(() -> arguments("--store", "").required("--store"))
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> arguments("--port", "8o").number("--port", 1))
        .hasMessageContaining("8o");
  }

  @Test
  void aPlanWithAnImpossibleFieldIsRefusedByName() {
    Path store = Path.of("x.db");
    assertThatThrownBy(() -> CentralPlan.of("localhost:1883", store, "t", 0))
        .hasMessageContaining("broker");
    assertThatThrownBy(() -> CentralPlan.of("tcp://", store, "t", 0))
        .hasMessageContaining("broker");
    assertThatThrownBy(() -> CentralPlan.of("tcp://h:1", store, "a/b", 0))
        .hasMessageContaining("tenant");
    assertThatThrownBy(() -> CentralPlan.of("tcp://h:1", store, "t", -1))
        .hasMessageContaining("page port");
    assertThatThrownBy(() -> new CentralPlan("tcp://h:1", store, "t", "", "127.0.0.1", 0))
        .hasMessageContaining("client id");
  }

  @Test
  void theClientIdFollowsFromTheTenantAndIsNeverTooLong() {
    assertThat(CentralPlan.of("tcp://h:1", Path.of("x"), "hp", 0).clientId())
        .isEqualTo("central-hp");
    assertThat(CentralPlan.of("ssl://h:8883", Path.of("x"), "t".repeat(64), 0).clientId())
        .hasSize(64);
  }
}
