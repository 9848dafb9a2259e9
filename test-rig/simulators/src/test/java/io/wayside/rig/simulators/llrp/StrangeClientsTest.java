// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.IOException;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrangeClientsTest {

  private LlrpReader reader;

  @BeforeEach
  void start() throws IOException {
    reader = new LlrpReader(0, ReaderTraits.PLAIN, new SteppedRigClock());
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  @Test
  void bytesThatAreNoMessagesDoNotKeepTheNextClientOut() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 40; i++) {
      Soon.until("the reader is free", () -> !reader.connected());
      try (TinyClient client = TinyClient.in(reader)) {
        byte[] noise = new byte[random.nextInt(1, 3000)];
        random.nextBytes(noise);
        try {
          client.say(HexFormat.of().formatHex(noise));
        } catch (SocketException e) {
          assertThat(reader.connected()).as("hung up: %s", e).isFalse();
        }
      }
    }
    Soon.until("the reader is free", () -> !reader.connected());
    try (TinyClient client = TinyClient.in(reader)) {
      assertThat(TinyClient.code(client.ask(TinyClient.CAPABILITIES))).isZero();
    }
  }

  @Test
  void anyMessageTypeWithAnyBodyIsAnsweredOrPassedOver() throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    try (TinyClient client = TinyClient.in(reader)) {
      for (int i = 0; i < 2000; i++) {
        int type = random.nextInt(1024);
        if (type == MessageType.CLOSE_CONNECTION) {
          continue;
        }
        byte[] body = new byte[random.nextInt(40)];
        random.nextBytes(body);
        client.say(1, type, i, HexFormat.of().formatHex(body));
      }
      client.say(TinyClient.CAPABILITIES);
      Frame answer = client.next(11);
      while (answer.id() != 1) {
        answer = client.next(11);
      }
      assertThat(TinyClient.code(answer)).isZero();
    }
  }

  @Test
  void aRoSpecBeginsWithAnInputWhenItAsksForThat() throws Exception {
    // Start trigger 3 with GPI 2 high; the trigger takes eleven bytes more.
    String add =
        TinyClient.ADD_ROSPEC
            .replace("0414000000690000000300b1005f", "0414000000740000000300b1006a")
            .replace("00b2001200b3000501", "00b2001d00b3001003" + "00b5000b00028000000000");
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.CONFIG.replace("00e10008000180", "00e10008000280"));
      client.setUp(add, TinyClient.ENABLE_ROSPEC);
      assertThat(reader.transmitting()).isFalse();
      reader.input(1, true);
      assertThat(reader.transmitting()).as("another input").isFalse();
      reader.input(2, true);
      assertThat(reader.transmitting()).isTrue();
    }
  }

  @Test
  void aHopTableThatTheReaderDoesNotHaveIsRefused() throws Exception {
    String antenna = "0000de0010000100e0000a%04x0001%04x";
    try (LlrpReader strict =
            new LlrpReader(0, ReaderTraits.PLAIN.hopTable(3), new SteppedRigClock());
        TinyClient client = TinyClient.in(strict)) {
      assertThat(TinyClient.code(client.ask(1, 3, antenna.formatted(1, 20)))).isEqualTo(100);
      assertThat(TinyClient.code(client.ask(1, 3, antenna.formatted(3, 20)))).isZero();
      assertThat(TinyClient.code(client.ask(1, 3, antenna.formatted(3, 99)))).isEqualTo(100);
      String capabilities = TinyClient.hex(client.ask(TinyClient.CAPABILITIES));
      assertThat(capabilities).contains("0093" + "0020" + "03000006" + "000e0aba");
    }
  }
}
