// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.Fuzz;
import io.wayside.uplink.wire.sparkplug.SparkplugSession.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.junit.jupiter.api.Test;

/** Commands and the primary host's state; Eclipse Tahu writes the commands. */
class SparkplugCommandTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final long SECOND = 1_000_000_000L;
  private static final String NCMD = "spBv1.0/hai-phong/NCMD/gw-1";
  private static final String STATE = "spBv1.0/STATE/scada";

  private final SparkplugSession free = session(Optional.empty());
  private final SparkplugSession waiting = session(Optional.of("scada"));

  private static SparkplugSession session(Optional<String> host) {
    SparkplugSession session =
        new SparkplugSession(
            new SparkplugTopics("hai-phong", "gw-1"),
            "0.1.0",
            () -> 0,
            host,
            Duration.ofSeconds(5));
    session.begin();
    return session;
  }

  private static byte[] command(String name, MetricDataType type, Object value) throws Exception {
    return new SparkplugBPayloadEncoder()
        .getBytes(
            new SparkplugBPayloadBuilder()
                .addMetric(new MetricBuilder(name, type, value).createMetric())
                .createPayload(),
            false);
  }

  private static byte[] rebirth(boolean value) throws Exception {
    return command("Node Control/Rebirth", MetricDataType.Boolean, value);
  }

  private static byte[] state(boolean online, long timestampMs) {
    return ("{\"online\":" + online + ",\"timestamp\":" + timestampMs + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void subscribesToCommandsAndToTheHostsState() {
    assertThat(free.subscriptions()).containsExactly(NCMD, "spBv1.0/hai-phong/DCMD/gw-1/#");
    assertThat(waiting.subscriptions()).contains(STATE);
  }

  @Test
  void aRebirthIsDoneAtOnceButNotAgainAndAgain() throws Exception {
    free.births(NOW, 0);
    assertThat(free.heard(NCMD, rebirth(true), 6 * SECOND)).isEqualTo(Decision.BIRTH);
    free.births(NOW, 6 * SECOND);
    assertThat(free.heard(NCMD, rebirth(true), 7 * SECOND)).isEqualTo(Decision.CARRY_ON);
    assertThat(free.heard(NCMD, rebirth(true), 8 * SECOND)).isEqualTo(Decision.CARRY_ON);
    assertThat(free.due(10 * SECOND)).isEqualTo(Decision.CARRY_ON);
    assertThat(free.due(11 * SECOND)).isEqualTo(Decision.BIRTH);
    free.births(NOW, 11 * SECOND);
    assertThat(free.due(60 * SECOND)).isEqualTo(Decision.CARRY_ON);
  }

  @Test
  void otherCommandsAreRefused() throws Exception {
    free.births(NOW, 0);
    assertThat(free.heard(NCMD, rebirth(false), 9 * SECOND)).isEqualTo(Decision.CARRY_ON);
    assertThat(free.heard(NCMD, command("Zero", MetricDataType.Boolean, true), 9 * SECOND))
        .isEqualTo(Decision.REFUSE);
    assertThat(
            free.heard(
                "spBv1.0/hai-phong/DCMD/gw-1/scale",
                command("x", MetricDataType.Int32, 5),
                9 * SECOND))
        .isEqualTo(Decision.REFUSE);
    assertThat(free.due(60 * SECOND)).isEqualTo(Decision.CARRY_ON);
  }

  @Test
  void aRebirthBeforeTheBirthsIsNeedless() throws Exception {
    assertThat(free.heard(NCMD, rebirth(true), 9 * SECOND)).isEqualTo(Decision.CARRY_ON);
  }

  @Test
  void birthsWaitForThePrimaryHost() throws Exception {
    assertThat(waiting.connected()).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.heard(STATE, state(false, 5), 0)).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.heard(STATE, state(true, 5), 0)).isEqualTo(Decision.BIRTH);
    waiting.births(NOW, 0);
    assertThat(waiting.heard(STATE, state(true, 6), 0)).isEqualTo(Decision.CARRY_ON);
  }

  @Test
  void whenThePrimaryHostGoesTheNodeLeavesUnlessTheNewsIsOld() throws Exception {
    waiting.heard(STATE, state(true, 10), 0);
    waiting.births(NOW, 0);
    assertThat(waiting.heard(STATE, state(false, 9), 0)).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.heard(STATE, state(false, 10), 0)).isEqualTo(Decision.LEAVE);
  }

  @Test
  void atTheNextBrokerTheHostMustBeHeardAnewAndNotFromOldNews() throws Exception {
    waiting.heard(STATE, state(true, 10), 0);
    waiting.births(NOW, 0);
    waiting.heard(STATE, state(false, 12), 0);
    waiting.begin();
    assertThat(waiting.connected()).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.heard(STATE, state(true, 11), 0)).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.heard(STATE, state(true, 12), 0)).isEqualTo(Decision.BIRTH);
  }

  @Test
  void garbledMessagesAreRefusedAndChangeNothing() throws Exception {
    waiting.heard(STATE, state(true, 10), 0);
    waiting.births(NOW, 0);
    List<String> bad =
        List.of("", "OFFLINE", "{\"online\":0,\"timestamp\":99}", "{\"online\":false}", "[]");
    for (String text : bad) {
      assertThatThrownBy(
              () -> waiting.heard(STATE, text.getBytes(StandardCharsets.UTF_8), 9 * SECOND))
          .as(text)
          .isInstanceOf(GarbledData.class);
    }
    assertThatThrownBy(() -> waiting.heard(STATE, new byte[5000], 0))
        .hasMessageContaining("5000 bytes");
    assertThatThrownBy(() -> waiting.heard("other", new byte[0], 0)).hasMessageContaining("other");
    assertThat(waiting.heard(STATE, state(true, 11), 0)).isEqualTo(Decision.CARRY_ON);
    assertThat(waiting.born()).isTrue();
  }

  @Test
  void whateverComesIsReadOrRefused() throws Exception {
    free.births(NOW, 0);
    int commands =
        Fuzz.decoder(
            bytes -> free.heard(NCMD, bytes, 0),
            List.of(
                rebirth(true),
                command("text", MetricDataType.String, "words"),
                command("real", MetricDataType.Double, Double.NaN),
                command("small", MetricDataType.Float, 1.5f),
                free.births(NOW, 0).get(0).payload()),
            1 << 20);
    assertThat(commands).isPositive();
    int states =
        Fuzz.decoder(
            bytes -> waiting.heard(STATE, bytes, 0), List.of(state(true, 1_700_000)), 1 << 20);
    assertThat(states).isGreaterThan(5_000);
  }
}
