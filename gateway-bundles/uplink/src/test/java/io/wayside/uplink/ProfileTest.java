// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import io.wayside.uplink.wire.RichRecord;
import io.wayside.uplink.wire.WaysideCbor;
import io.wayside.uplink.wire.kura.KuraCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

  private static final JournalRecord RECORD = RichRecord.of(4711);

  private static PayloadProfile make(Profile profile) {
    return profile.make("hai-phong", "gw-1", "0.1.0", "gw-1");
  }

  private static JournalRecord json(byte[] bytes) throws Exception {
    return RecordEnvelope.fromValue(Json.read(new String(bytes, StandardCharsets.UTF_8)).root());
  }

  private static JournalRecord read(Profile profile, byte[] payload) throws Exception {
    return switch (profile) {
      case WAYSIDE_JSON -> json(payload);
      case WAYSIDE_CBOR -> WaysideCbor.read(payload);
      case KURA -> json(KuraCodec.read(payload).body().orElseThrow());
    };
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyProfileCarriesTheWholeRecord(Profile profile) throws Exception {
    Message message = make(profile).record(RECORD);
    assertThat(message.qos()).isEqualTo(1);
    JournalRecord received = read(profile, message.payload());
    assertThat(received).isEqualTo(RECORD);
    assertThat(RecordEnvelope.hashHolds(received)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theSameRecordIsTheSameMessage(Profile profile) {
    assertThat(make(profile).record(RECORD).payload())
        .isEqualTo(make(profile).record(RECORD).payload());
  }

  @Test
  void eachSaysWhatItsPayloadIs() {
    assertThat(Arrays.stream(Profile.values()).map(p -> make(p).contentType()))
        .containsExactly("application/json", "application/cbor", "application/x-protobuf");
  }

  @Test
  void onlyTheWaysideWillIsKeptByTheBroker() {
    assertThat(make(Profile.WAYSIDE_JSON).will().retained()).isTrue();
    assertThat(make(Profile.WAYSIDE_CBOR).will().retained()).isTrue();
    assertThat(make(Profile.KURA).will().retained()).isFalse();
  }
}
