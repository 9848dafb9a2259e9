// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A small fleet through all phases, on a real broker that is killed. */
@Isolated("it counts the threads of its JVM")
class FleetTest {

  @Test
  @Timeout(180)
  void aFleetSurvivesABrokerThatIsKilledAndForgets() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    int status =
        Fleet.run(
            List.of(
                ("--gateways 20 --durable 3 --rate 40 --backlog 100 --for 1s --outage 1s"
                        + " --first-within 500ms --longest-pause 1s --seed 11 --json")
                    .split(" ")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8));
    String json = out.toString(StandardCharsets.UTF_8);
    assertThat(status)
        .as(json + System.lineSeparator() + progress.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(json)
        .contains("\"holds\":true", "\"missing\":0", "\"wrong\":0", "\"threadsLeft\":0")
        .contains("\"startConnects\":20", "\"backConnects\":20", "\"threadsPerUplink\":1.0");
    assertThat(progress.toString(StandardCharsets.UTF_8)).contains("the broker is killed");
  }

  @Test
  @Timeout(180)
  void whatABrokerTookBeforeItsReceiverCameIsSentAgain() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Fleet.run(
            List.of(
                ("--gateways 5 --durable 1 --rate 20 --for 100ms --outage 300ms --receiver-late 1s"
                        + " --first-within 100ms --longest-pause 1s --json")
                    .split(" ")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    String json = out.toString(StandardCharsets.UTF_8);
    assertThat(status).as(json).isZero();
    assertThat(json).contains("\"missing\":0").doesNotContain("\"lostAtBroker\":0,");
  }

  @Test
  void aForecastNeedsNoBroker() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Fleet.run(
            List.of("--forecast", "--gateways", "2000", "--outage", "1h"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("busiest second", "2,000");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() throws Exception {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        Fleet.run(
            List.of("--broker", "tcp://127.0.0.1:1"),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertThat(status).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("tcp://127.0.0.1:1");
  }
}
