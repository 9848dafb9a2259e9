// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.RichRecord;
import io.wayside.uplink.wire.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KuraProfileTest {

  private static final Session SESSION =
      new Session(
          "centre", "boot-1", 3, Instant.ofEpochMilli(1_700_000_000_123L), Duration.ofMinutes(2));

  private final KuraProfile profile =
      new KuraProfile(
          new KuraTopics("hai-phong", "hp.ql10"),
          KuraDeviceProfile.of("hp.ql10", "0.1.0", Map.of("os.name", "Linux")::get));

  @Test
  void nothingOfARecordIsLost() throws Exception {
    JournalRecord record = RichRecord.of(4711);
    KuraPayload payload = KuraCodec.read(profile.record(record).payload());
    String envelope = new String(payload.body().orElseThrow(), StandardCharsets.UTF_8);
    JournalRecord received = RecordEnvelope.fromValue(Json.read(envelope).root());
    assertThat(received).isEqualTo(record);
    assertThat(RecordEnvelope.hashHolds(received)).isTrue();
  }

  @Test
  void recordsGoToTheDataTopicOfTheAccount() {
    Message message = profile.record(RichRecord.of(1));
    assertThat(message.topic()).isEqualTo("hai-phong/hp-ql10/WAYSIDE-V1/weighing/weighing.lane-1");
    assertThat(message.qos()).isEqualTo(1);
    assertThat(message.retained()).isFalse();
  }

  @Test
  void metricsSayWhoItIsAndTheFlattenedBody() throws Exception {
    KuraPayload payload = KuraCodec.read(profile.record(RichRecord.of(4711)).payload());
    assertThat(payload.timestampMs()).hasValue(RichRecord.WALL.plusSeconds(4711).toEpochMilli());
    assertThat(payload.metrics())
        .containsEntry("record.stream", new KuraValue.Text("weighing.lane-1"))
        .containsEntry("record.sequence", new KuraValue.Int64(4711))
        .containsEntry("record.kind", new KuraValue.Text("weighing/1"))
        .containsEntry("record.importance", new KuraValue.Text("enforcement"))
        .containsEntry("record.clock", new KuraValue.Text("synchronised"))
        .containsEntry("vehicle", new KuraValue.Int64(12))
        .containsEntry("interrupted", new KuraValue.Truth(false))
        .containsEntry("gross.value", new KuraValue.Float64(16_020.5))
        .containsEntry("axles.1.value", new KuraValue.Float64(11_020.5))
        .containsEntry("flags", new KuraValue.Text("simulated,unstable"))
        .doesNotContainKeys("tare", "none");
  }

  @Test
  void aHugeBodyGivesABoundedNumberOfMetrics() throws Exception {
    FieldsBuilder body = new FieldsBuilder().and("record.sequence", 9L);
    for (int i = 0; i < 1000; i++) {
      body.and("f" + i, (long) i);
    }
    KuraPayload payload = KuraCodec.read(profile.record(RichRecord.of(1, body.build())).payload());
    assertThat(payload.metrics())
        .hasSize(256)
        .containsEntry("record.sequence", new KuraValue.Int64(1));
  }

  @Test
  void birthSaysWhatTheBoxIsAndNotThatItIsKura() throws Exception {
    Message birth = profile.birth(SESSION);
    assertThat(birth.topic()).isEqualTo("$EDC/hai-phong/hp-ql10/MQTT/BIRTH");
    assertThat(birth.retained()).isFalse();
    KuraPayload payload = KuraCodec.read(birth.payload());
    assertThat(payload.timestampMs()).hasValue(1_700_000_000_123L);
    assertThat(payload.position()).isEmpty();
    assertThat(payload.text("uptime")).contains("120000");
    assertThat(payload.text("display_name")).contains("hp.ql10");
    assertThat(payload.text("firmware_version")).contains("0.1.0");
    assertThat(payload.text("os")).contains("Linux");
    assertThat(payload.text("kura_version")).contains("UNKNOWN");
    assertThat(payload.text("application_framework")).contains("Wayside");
    assertThat(payload.text("application_ids")).contains("WAYSIDE-V1");
    assertThat(payload.text("payload_encoding")).contains("KURA_PROTOBUF");
    assertThat(profile.apps(SESSION).topic()).isEqualTo("$EDC/hai-phong/hp-ql10/MQTT/APPS");
  }

  @Test
  void willAndFarewellHaveTopicsOfTheirOwn() throws Exception {
    assertThat(profile.will().topic()).isEqualTo("$EDC/hai-phong/hp-ql10/MQTT/LWT");
    assertThat(profile.will().payload()).isEmpty();
    assertThat(profile.will().retained()).isFalse();
    Message farewell = profile.farewell(SESSION, "stopped");
    assertThat(farewell.topic()).isEqualTo("$EDC/hai-phong/hp-ql10/MQTT/DC");
    assertThat(KuraCodec.read(farewell.payload()).metrics())
        .containsOnlyKeys("uptime", "display_name");
  }

  @Test
  void namesThatWouldReachAnotherTopicAreRefused() {
    for (String bad : new String[] {"", "a/b", "#", "a+"}) {
      assertThatThrownBy(() -> new KuraTopics(bad, "gw-1")).hasMessageContaining("account");
    }
    assertThat(KuraTopics.clientId("a/b+c#d.e")).isEqualTo("a-b-c-d-e");
  }
}
