// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetOptionsTest {

  @Test
  void whatIsNotSaidIsThreeHundredGatewaysForAMinuteWithAnOutage() {
    FleetOptions options = FleetOptions.parse(List.of());
    assertThat(options.gateways()).isEqualTo(300);
    assertThat(options.durable()).isEqualTo(20);
    assertThat(options.steady()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.outage()).isEqualTo(Duration.ofSeconds(20));
    assertThat(options.longestPause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.broker()).isEmpty();
  }

  @Test
  void everythingCanBeSaid() {
    FleetOptions options =
        FleetOptions.parse(
            List.of(
                ("--gateways 7 --durable 3 --rate 0.5 --backlog 9 --for 5m --outage 300ms"
                        + " --first-within 1s --longest-pause 2h --seed 4 --json")
                    .split(" ")));
    assertThat(options.gateways()).isEqualTo(7);
    assertThat(options.durable()).isEqualTo(3);
    assertThat(options.rateHz()).isEqualTo(0.5);
    assertThat(options.backlog()).isEqualTo(9);
    assertThat(options.steady()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.outage()).isEqualTo(Duration.ofMillis(300));
    assertThat(options.firstConnectWithin()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.longestPause()).isEqualTo(Duration.ofHours(2));
    assertThat(options.seed()).isEqualTo(4);
    assertThat(options.json()).isTrue();
  }

  @Test
  void asManyJournalsOnDiskAsGatewaysWhenTheyAreFew() {
    assertThat(FleetOptions.parse(List.of("--gateways", "4")).durable()).isEqualTo(4);
  }

  @Test
  void somebodysBrokerIsNotKilled() {
    FleetOptions options = FleetOptions.parse(List.of("--broker", "tcp://broker:1883"));
    assertThat(options.outage()).isZero();
    wrong("--outage needs a broker of our own", "--broker", "tcp://broker:1883", "--outage", "5s");
  }

  @Test
  void wrongUsageNamesTheOptionAndTheForm() {
    wrong("--gateways takes a whole number from 1", "--gateways", "0");
    wrong("--gateways takes at most 10000 without --forecast", "--gateways", "10001");
    wrong("--gateways needs a value", "--gateways");
    wrong("--durable 5 is more than --gateways 4", "--gateways", "4", "--durable", "5");
    wrong("such as 0.5, not fast", "--rate", "fast");
    wrong("such as 0.5, not 0", "--rate", "0");
    wrong("500ms, 60s, 5m or 1h, not 60", "--for", "60");
    wrong("tcp://broker:1883, not broker", "--broker", "broker");
    wrong("unknown option --gateway", "--gateway", "3");
    wrong("--seed takes a whole number", "--seed", "99999999999");
  }

  @Test
  void helpGoesToOutputAndWrongUsageToErrorsWithItsExitCode() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    assertThat(run(out, errors, "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--durable N").contains("exit code");
    assertThat(errors.size()).isZero();
    assertThat(run(out, errors, "--nonsense")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("unknown option --nonsense");
  }

  private static int run(ByteArrayOutputStream out, ByteArrayOutputStream errors, String argument)
      throws Exception {
    return Fleet.run(
        List.of(argument),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private static void wrong(String says, String... arguments) {
    assertThatThrownBy(() -> FleetOptions.parse(List.of(arguments)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }
}
