// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.StreamKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final String TOPIC = "way/v1/test/gw-1/weighing/weighing.lane-1";

  private final Reading reading = new Reading(new Topics("test", true));
  private final JournalRecord record = Samples.chain("gw-1", "weighing.lane-1", 1).get(0);

  private Message read(String topic, byte[] payload, Instant received) {
    List<Message> messages = reading.records(topic, payload, received);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private String refusal(String topic, byte[] payload) {
    Message message = read(topic, payload, Samples.NOON);
    assertThat(message).isInstanceOf(Message.Unsound.class);
    return ((Message.Unsound) message).reason();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void takesARecordOnItsTopic() {
    Message message = read(TOPIC, Samples.payload(record), Samples.NOON);
    assertThat(message).isEqualTo(new Message.Sound(record, Samples.json(record), Samples.NOON));
  }

  @Test
  void refusesARecordOnAnothersTopic() {
    byte[] payload = Samples.payload(record);
    assertThat(refusal("way/v1/test/gw-2/weighing/weighing.lane-1", payload)).contains("topic");
    assertThat(refusal("way/v1/test/gw-1/alarm/weighing.lane-1", payload)).contains("topic");
    assertThat(refusal("way/v1/test/gw-1/weighing/weighing.lane-2", payload)).contains("topic");
    assertThat(refusal("way/v1/other/gw-1/weighing/weighing.lane-1", payload)).contains("topic");
    assertThat(refusal("way/v1/test/gw-1/weighing/weighing.lane-1/x", payload)).contains("topic");
    assertThat(refusal("way/v1/test/GW/weighing/weighing.lane-1", payload)).contains("topic");
    assertThat(refusal("", payload)).contains("topic");
  }

  @Test
  void refusesAContentThatWasChangedOnTheWay() {
    String changed = Samples.json(record).replace("18001.5", "8001.5");
    assertThat(changed).isNotEqualTo(Samples.json(record));
    assertThat(refusal(TOPIC, utf8(changed))).contains("hash").contains("gw-1/weighing.lane-1/1");
  }

  @Test
  void aWholeNumberInPlaceOfARealIsAnotherContent() {
    JournalRecord whole =
        Samples.record(
            "gw-1",
            "weighing.lane-1",
            1,
            Samples.ORIGIN,
            io.wayside.core.data.Value.Fields.with("kg", 12.0).build());
    String changed = Samples.json(whole).replace("12.0", "12");
    assertThat(refusal(TOPIC, utf8(changed))).contains("hash");
  }

  @Test
  void saysWhatIsWrongWithAMessage() {
    assertThat(refusal(TOPIC, new byte[0])).contains("not JSON");
    assertThat(refusal(TOPIC, utf8("{\"v\":1}"))).contains("fields");
    assertThat(refusal(TOPIC, new byte[] {(byte) 0xc3})).contains("UTF-8");
    assertThat(refusal(TOPIC, new byte[Reading.LARGEST_BYTES + 1])).contains("bytes");
    String wrongForm = Samples.json(record).replaceFirst("\"v\":1", "\"v\":2");
    assertThat(refusal(TOPIC, utf8(wrongForm))).contains("form 2");
  }

  @Test
  void keepsOnlyTheBeginningOfAHugeRefusedMessage() {
    Message message = read(TOPIC, new byte[3_000_000], Samples.NOON);
    Message.Unsound unsound = (Message.Unsound) message;
    assertThat(unsound.payload()).hasSize(2 * Refusals.KEPT_BYTES);
    assertThat(unsound.bytes()).isEqualTo(3_000_000);
    assertThat(unsound.claimed()).isEqualTo(new StreamKey("gw-1", "weighing.lane-1"));
  }

  @Test
  void readsBirthAndWill() throws Exception {
    String birth = "{\"online\":true,\"gateway\":\"gw-1\",\"release\":\"0.1.0\",\"session\":3}";
    assertThat(reading.status("gw-1", utf8(birth), Samples.NOON))
        .isEqualTo(new GatewayState("gw-1", true, "0.1.0", "", "", Samples.NOON));
    String will = "{\"online\":false,\"reason\":\"connection-lost\",\"gateway\":\"gw-1\"}";
    assertThat(reading.status("gw-1", utf8(will), Samples.NOON))
        .isEqualTo(new GatewayState("gw-1", false, "", "connection-lost", "", Samples.NOON));
  }

  @Test
  void refusesAStatusThatSaysNothingOrIsOfAnother() {
    assertThatThrownBy(() -> reading.status("gw-1", utf8("[1]"), Samples.NOON))
        .isInstanceOf(NotARecord.class);
    String others = "{\"online\":true,\"gateway\":\"gw-2\"}";
    assertThatThrownBy(() -> reading.status("gw-1", utf8(others), Samples.NOON))
        .hasMessageContaining("gw-2");
  }
}
