// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WiretapTest {

  private final Wiretap tap = new Wiretap();

  /** A PUBLISH of QoS 1 (MQTT 3.1.1, section 3.3). */
  private static Packet publish(int id, String stream, String importance, long sequence) {
    String payload =
        "{\"stream\":\"%s\",\"sequence\":%d,\"importance\":\"%s\",\"body\":{\"stream\":\"x\"}}"
            .formatted(stream, sequence, importance);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(new byte[] {0, 1, 't', (byte) (id >> 8), (byte) id});
    content.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    int length = content.size();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(new byte[] {0x32, (byte) (0x80 | (length & 0x7F)), (byte) (length >> 7)});
    packet.writeBytes(content.toByteArray());
    return read(packet.toByteArray());
  }

  private static Packet puback(int id) {
    return read(new byte[] {0x40, 2, (byte) (id >> 8), (byte) id});
  }

  private static Packet read(byte[] bytes) {
    try {
      Packet packet = Packet.read(new DataInputStream(new ByteArrayInputStream(bytes)));
      assertThat(packet).isNotNull();
      return packet;
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void pass(Wiretap.Session session, Packet packet) {
    session.sent(packet);
    session.passedUp(packet);
  }

  @Test
  void whatABrokerAcknowledgedIsKnownByItsPacketIdentifier() {
    Wiretap.Session session = tap.begin();
    pass(session, publish(300, "s", "money", 1));
    pass(session, publish(301, "s", "money", 2));
    session.passedDown(puback(301));
    assertThat(tap.acknowledged(new Key("s", 2))).isTrue();
    assertThat(tap.acknowledged(new Key("s", 1))).isFalse();
  }

  @Test
  void aRefusalInMqtt5IsNoAcknowledgement() {
    Wiretap.Session session = tap.begin();
    pass(session, publish(7, "s", "money", 1));
    session.passedDown(read(new byte[] {0x40, 3, 0, 7, (byte) 0x97}));
    assertThat(tap.acknowledged(new Key("s", 1))).isFalse();
  }

  @Test
  void whatGoesAgainInALaterConnectionIsARepeat() {
    Wiretap.Session first = tap.begin();
    pass(first, publish(1, "s", "money", 1));
    pass(first, publish(2, "s", "money", 2));
    Wiretap.Session second = tap.begin();
    pass(second, publish(1, "s", "money", 2));
    pass(second, publish(2, "s", "money", 3));
    assertThat(tap.repeats()).containsExactly(0, 1);
    assertThat(tap.disorders()).isEmpty();
    assertThat(tap.carrying()).isEqualTo(2);
  }

  @Test
  void moneyOutOfOrderIsFoundOut() {
    Wiretap.Session session = tap.begin();
    pass(session, publish(1, "s", "money", 2));
    pass(session, publish(2, "s", "money", 1));
    assertThat(tap.disorders()).hasSize(1);
  }

  @Test
  void freshTelemetryMayOvertakeABacklogAndNothingElse() {
    Wiretap.Session session = tap.begin();
    long[] shared = {1, 2, 100, 3, 101, 4, 5, 102};
    for (int i = 0; i < shared.length; i++) {
      pass(session, publish(i + 1, "s", "telemetry", shared[i]));
    }
    assertThat(tap.disorders()).isEmpty();
    pass(session, publish(20, "s", "telemetry", 50));
    pass(session, publish(21, "s", "telemetry", 49));
    assertThat(tap.disorders()).hasSize(1);
  }

  @Test
  void theSameTwiceInOneConnectionIsFoundOut() {
    Wiretap.Session session = tap.begin();
    pass(session, publish(1, "s", "event", 1));
    session.sent(publish(2, "s", "event", 1));
    assertThat(tap.disorders()).hasSize(1);
  }

  @Test
  void arbitraryBytesNeverBreakTheReaderOfPackets() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      try {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        for (Packet packet = Packet.read(in); packet != null; packet = Packet.read(in)) {
          assertThat(packet.bytes().length).isLessThanOrEqualTo(bytes.length);
        }
      } catch (IOException cutOff) {
        assertThat(cutOff).isInstanceOf(IOException.class);
      }
    }
  }
}
