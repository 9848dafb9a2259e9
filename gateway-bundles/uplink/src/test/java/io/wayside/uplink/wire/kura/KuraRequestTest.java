// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.Fuzz;
import io.wayside.uplink.wire.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KuraRequestTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final String TOPIC = "$EDC/acme/gw-1/WAYSIDE-V1/GET/records/weighing.lane-1";

  private final KuraTopics topics = new KuraTopics("acme", "gw-1");
  private final KuraReplies replies = new KuraReplies(topics);

  private static byte[] message(String id, String requester) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("request.id", new KuraValue.Text(id));
    metrics.put("requester.client.id", new KuraValue.Text(requester));
    return KuraCodec.write(KuraPayload.at(1, metrics, Optional.empty()));
  }

  private static KuraAddress address(byte[] message) throws GarbledData {
    return KuraAddress.read(KuraCodec.read(message));
  }

  @Test
  void saysWhatIsAskedAndByWhom() throws Exception {
    KuraRequest request = KuraRequest.read(topics, TOPIC);
    assertThat(request.method()).isEqualTo(KuraRequest.Method.GET);
    assertThat(request.resource()).containsExactly("records", "weighing.lane-1");
    assertThat(address(message("17", "console-3"))).isEqualTo(new KuraAddress("17", "console-3"));
    assertThat(topics.requests()).isEqualTo("$EDC/acme/gw-1/WAYSIDE-V1/#");
  }

  @Test
  void repliesGoToTheRequesterWithACode() throws Exception {
    KuraAddress to = address(message("17", "console-3"));
    Message done = replies.done(to, NOW, new byte[] {1});
    assertThat(done.topic()).isEqualTo("$EDC/acme/console-3/WAYSIDE-V1/REPLY/17");
    KuraPayload payload = KuraCodec.read(done.payload());
    assertThat(payload.metrics()).containsEntry("response.code", new KuraValue.Int32(200));
    assertThat(payload.timestampMs()).hasValue(NOW.toEpochMilli());
    assertThat(payload.body().orElseThrow()).containsExactly(1);

    KuraPayload refused =
        KuraCodec.read(
            replies
                .refused(to, NOW, KuraReplies.NOT_FOUND, "no such stream", Optional.empty())
                .payload());
    assertThat(refused.metrics()).containsEntry("response.code", new KuraValue.Int32(404));
    assertThat(refused.text("response.exception.message")).contains("no such stream");
    assertThat(replies.notification(to, NOW, "progress", Map.of()).topic())
        .isEqualTo("$EDC/acme/console-3/WAYSIDE-V1/NOTIFY/gw-1/progress");
  }

  @Test
  void aReplyCannotBeLedToAnotherTopic() {
    for (String bad : List.of("", "a/b", "+", "#", "a\u0000")) {
      assertThatThrownBy(() -> address(message(bad, "console-3")))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("request.id");
      assertThatThrownBy(() -> address(message("17", bad)))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("requester.client.id");
    }
  }

  @Test
  void whatIsNoRequestIsRefused() {
    byte[] nobody = KuraCodec.write(KuraPayload.at(1, Map.of(), Optional.empty()));
    assertThatThrownBy(() -> KuraRequest.read(topics, "$EDC/acme/gw-2/WAYSIDE-V1/GET/x"))
        .hasMessageContaining("gw-2");
    assertThatThrownBy(() -> KuraRequest.read(topics, "$EDC/acme/gw-1/WAYSIDE-V1/STEAL/x"))
        .hasMessageContaining("STEAL");
    assertThatThrownBy(() -> address(nobody)).hasMessageContaining("request.id");
  }

  @Test
  void answersAndNewsAreNoRequests() {
    assertThat(KuraRequest.isEcho(topics, "$EDC/acme/gw-1/WAYSIDE-V1/REPLY/17")).isTrue();
    assertThat(KuraRequest.isEcho(topics, "$EDC/acme/gw-1/WAYSIDE-V1/NOTIFY/gw-1/x")).isTrue();
    assertThat(KuraRequest.isEcho(topics, TOPIC)).isFalse();
  }

  @Test
  void whateverComesIsReadOrRefused() {
    assertThat(Fuzz.decoder(KuraRequestTest::address, List.of(message("17", "console-3")), 8 << 20))
        .isPositive();
  }
}
