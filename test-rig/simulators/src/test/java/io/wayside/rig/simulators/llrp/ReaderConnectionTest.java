// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static io.wayside.rig.simulators.llrp.TinyClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderConnectionTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private LlrpReader reader;

  @BeforeEach
  void start() throws IOException {
    reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  @Test
  void theReaderSpeaksFirst() throws Exception {
    try (TinyClient client = new TinyClient(reader.port())) {
      Frame first = client.next();
      assertThat(TinyClient.status256(first)).isZero();
      // 2026-01-01T00:00:00Z, where a stepped clock begins, in microseconds.
      assertThat(TinyClient.hex(first))
          .isEqualTo("00f600160080000c%016x01000006".formatted(1_767_225_600_000_000L) + "0000");
    }
  }

  @Test
  void aReaderWithoutAClockStampsWithItsUptime() throws Exception {
    clock.advance(Duration.ofSeconds(1));
    try (LlrpReader old = new LlrpReader(0, ReaderTraits.PLAIN.withoutUtcClock(), clock)) {
      clock.advance(Duration.ofSeconds(3));
      try (TinyClient client = new TinyClient(old.port())) {
        assertThat(TinyClient.hex(client.next()))
            .startsWith("00f600160081000c%016x".formatted(3_000_000));
      }
    }
  }

  @Test
  void aSecondClientIsSentAwayAndTheFirstIsTold() throws Exception {
    try (TinyClient first = TinyClient.in(reader);
        TinyClient second = new TinyClient(reader.port())) {
      assertThat(TinyClient.status256(second.next())).isEqualTo(2);
      assertThat(second.untilEnd()).isEmpty();
      assertThat(TinyClient.status256(first.next())).isEqualTo(4);
      assertThat(code(first.ask(TinyClient.CAPABILITIES))).isZero();
    }
  }

  @Test
  void afterAPoliteCloseTheNextIsLetIn() throws Exception {
    try (TinyClient first = TinyClient.in(reader)) {
      Frame answer = first.ask(1, MessageType.CLOSE_CONNECTION, "");
      assertThat(answer.type()).isEqualTo(MessageType.CLOSE_CONNECTION_RESPONSE);
      assertThat(answer.id()).isEqualTo(77);
      assertThat(first.untilEnd()).isEmpty();
    }
    Soon.until("the reader is free", () -> !reader.connected());
    TinyClient.in(reader).close();
  }

  @Test
  void anUnknownMessageIsAnsweredWithAnError() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      Frame answer = client.ask(1, 999, "");
      assertThat(answer.type()).isEqualTo(MessageType.ERROR_MESSAGE);
      assertThat(answer.id()).isEqualTo(77);
      assertThat(code(answer)).isEqualTo(109);
    }
  }

  @Test
  void anErrorIsNeverAnswered() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.say(1, MessageType.ERROR_MESSAGE, 5, "011f000800640000");
      assertThat(client.ask(TinyClient.CAPABILITIES).type()).isEqualTo(11);
    }
  }

  @Test
  void aReaderOfTheOldVersionRefusesTheNewOneInItsHeader() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      Frame answer = client.ask(2, MessageType.GET_SUPPORTED_VERSION, "");
      assertThat(answer.type()).isEqualTo(MessageType.ERROR_MESSAGE);
      assertThat(answer.version()).isEqualTo(2);
      assertThat(answer.id()).isEqualTo(77);
      assertThat(code(answer)).isEqualTo(110);
      assertThat(code(client.ask(TinyClient.CAPABILITIES))).isZero();
    }
  }

  @Test
  void aReaderOfTheNewVersionSettlesIt() throws Exception {
    try (LlrpReader newer = new LlrpReader(0, ReaderTraits.NEWER, clock)) {
      try (TinyClient client = TinyClient.in(newer)) {
        Frame versions = client.ask(2, MessageType.GET_SUPPORTED_VERSION, "");
        assertThat(TinyClient.hex(versions)).isEqualTo("0102" + "011f000800000000");
        assertThat(client.ask(2, 1, "00").type()).as("before").isEqualTo(100);
        assertThat(code(client.ask(2, MessageType.SET_PROTOCOL_VERSION, "03"))).isEqualTo(110);
        assertThat(code(client.ask(2, MessageType.SET_PROTOCOL_VERSION, "02"))).isZero();
        Frame answer = client.ask(2, 1, "00");
        assertThat(answer.version()).isEqualTo(2);
        assertThat(code(answer)).isZero();
        assertThat(client.ask(TinyClient.CAPABILITIES).type()).as("version 1").isEqualTo(100);
        assertThat(code(client.ask(2, MessageType.SET_PROTOCOL_VERSION, "02"))).isEqualTo(112);
      }
      Soon.until("the reader is free", () -> !newer.connected());
      try (TinyClient again = TinyClient.in(newer)) {
        assertThat(code(again.ask(TinyClient.CAPABILITIES))).as("anew").isZero();
      }
    }
  }

  @Test
  void keepalivesComeWhenConfiguredAndAcknowledgementsAreCounted() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.CONFIG);
      clock.advance(Duration.ofMillis(4999));
      assertThat(client.available()).isZero();
      clock.advance(Duration.ofMillis(1));
      assertThat(client.next().type()).isEqualTo(MessageType.KEEPALIVE);
      client.say(1, MessageType.KEEPALIVE_ACK, 0, "");
      Soon.until("the acknowledgement", () -> reader.keepaliveAcks() == 1);
      clock.advance(Duration.ofSeconds(10));
      assertThat(client.next().type()).isEqualTo(MessageType.KEEPALIVE);
      assertThat(client.next().type()).isEqualTo(MessageType.KEEPALIVE);
    }
  }

  @Test
  void anImpossibleLengthEndsTheConnection() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.say("04010000000900000001");
      assertThat(client.untilEnd()).isEmpty();
    }
  }

  @Test
  void capabilitiesBeginAsTheStandardLaysThemOut() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      String all = TinyClient.hex(client.ask(TinyClient.CAPABILITIES));
      // Status; 137: four antennas, has UTC; 141: four in, four out; 142; 143: Viet Nam.
      assertThat(all)
          .startsWith("011f000800000000" + "0089")
          .contains("0004" + "4000" + "00000000" + "00000001" + "000d")
          .contains("008d000800040004")
          .contains("008e001c4801000000000020000000010000000100000020" + "00000008")
          .contains("02c00000")
          .contains("01470007c00002");
      assertThat(TinyClient.hex(client.ask(1, 1, "02"))).hasSize(2 * (8 + 28));
      assertThat(code(client.ask(1, 1, "05"))).isEqualTo(101);
    }
  }
}
