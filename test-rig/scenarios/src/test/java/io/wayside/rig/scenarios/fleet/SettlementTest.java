// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.UplinkPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broker that acknowledges and forgets, which Mosquitto does only when it is killed. */
class SettlementTest {

  private static final Line WEIGHINGS = new Line("g", "weighing.lane-1");

  private final RigTime time = new RigTime();
  private final Arrivals arrivals = new Arrivals();
  private final Checker checker = new Checker("tcp://127.0.0.1:1", "t", time, arrivals);
  private final Results results = new Results();
  private final Gateway gateway = gateway();
  private final Set<String> forgotten = new HashSet<>();

  private Gateway gateway() {
    try {
      return Gateway.inMemory("g", 1, time);
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  @AfterEach
  void close() {
    gateway.closeUplink();
  }

  @Test
  void whatABrokerAcknowledgedAndLostIsAskedForAgain() throws Exception {
    start(Integer.MAX_VALUE);
    settle();
    assertThat(arrivals.missing(gateway.accepted())).isEmpty();
    assertThat(results.json()).contains("\"lostAtBroker\":4", "\"resent\":4", "\"holds\":true");
    assertThat(arrivals.repeated()).as("only what is missing is sent again").isZero();
  }

  @Test
  void whatIsLostEachTimeStaysMissing() throws Exception {
    start(0);
    settle();
    assertThat(arrivals.missing(Map.of(WEIGHINGS, 15L)))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.size()).isEqualTo(2));
  }

  /** Loses four weighings the first time they come, and from then on if there is no mercy. */
  private void start(int mercy) {
    for (int i = 0; i < 20; i++) {
      gateway.work();
    }
    SilentBroker broker =
        new SilentBroker() {
          @Override
          void took(String topic, byte[] payload) {
            String text = new String(payload, StandardCharsets.UTF_8);
            boolean unlucky =
                topic.endsWith("weighing.lane-1")
                    && text.matches("(?s).*\"sequence\":(3|4|9|10),.*");
            if (topic.endsWith("status") || (unlucky && (forgotten.add(text) || mercy == 0))) {
              return;
            }
            checker.take(topic, text);
          }
        };
    UplinkPlan plan = UplinkPlan.standard("centre", "t", "g", "tcp://127.0.0.1:1");
    gateway.start(withoutDelay(plan), broker, new Random(1));
  }

  private void settle() throws Exception {
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Watch watch = new Watch(time, quiet, () -> "");
    new Settlement(
            List.of(gateway),
            arrivals,
            watch,
            results,
            Duration.ofSeconds(20),
            Duration.ofMillis(200))
        .settle();
  }

  private static UplinkPlan withoutDelay(UplinkPlan plan) {
    return new UplinkPlan(
        plan.uplinkId(),
        plan.tenant(),
        plan.gateway(),
        plan.release(),
        plan.profile(),
        plan.brokers(),
        plan.clientId(),
        plan.username(),
        plan.password(),
        plan.window(),
        plan.keepAlive(),
        plan.connectTimeout(),
        plan.patience(),
        Duration.ZERO,
        plan.longestPause(),
        plan.tls(),
        plan.telemetryExpiry(),
        plan.shaping());
  }
}
