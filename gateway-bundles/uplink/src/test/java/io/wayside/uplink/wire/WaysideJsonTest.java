// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.uplink.Records;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaysideJsonTest {

  private static final Session SESSION =
      new Session("centre", "boot-1", 3, Instant.EPOCH, Duration.ofSeconds(9));

  private final Topics topics = new Topics("hai-phong", "gw-1");
  private final WaysideJson payloads = new WaysideJson(topics, "0.1.0");

  @Test
  void theReceiverGetsTheVeryRecord() throws Exception {
    JournalRecord record = Records.record("weighing.lane-1", 4711);
    Value received =
        Json.read(new String(payloads.record(record).payload(), StandardCharsets.UTF_8)).root();
    assertThat(RecordEnvelope.fromValue(received)).isEqualTo(record);
  }

  @Test
  void topicsNameTenantGatewayKindAndStream() {
    assertThat(topics.of(Records.record("weighing.lane-1", 1)))
        .isEqualTo("way/v1/hai-phong/gw-1/weighing/weighing.lane-1");
    assertThat(topics.status()).isEqualTo("way/v1/hai-phong/gw-1/status");
  }

  @Test
  void namesThatWouldChangeTheTopicAreRefused() {
    for (String bad : new String[] {"", "a/b", "#", "+", "Hải Phòng", "UPPER"}) {
      assertThatThrownBy(() -> new Topics(bad, "gw-1"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tenant");
    }
  }

  @Test
  void birthAndWillSayWhoAndWhy() {
    assertThat(new String(payloads.birth(SESSION).payload(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"online\":true,\"gateway\":\"gw-1\",\"tenant\":\"hai-phong\",\"release\":\"0.1.0\","
                + "\"uplink\":\"centre\",\"bootId\":\"boot-1\",\"session\":3}");
    assertThat(new String(payloads.will().payload(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"online\":false,\"gateway\":\"gw-1\",\"tenant\":\"hai-phong\","
                + "\"reason\":\"connection-lost\"}");
  }
}
