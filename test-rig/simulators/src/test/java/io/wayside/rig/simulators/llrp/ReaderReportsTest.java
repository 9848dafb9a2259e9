// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

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
class ReaderReportsTest {

  private static final String NUMBER = "3416214b9400f68000000001";
  private static final SimulatedTag TAG = SimulatedTag.of(NUMBER);
  private static final long NEW_YEAR_MICROS = 1_767_225_600_000_000L;

  private final SteppedRigClock clock = new SteppedRigClock();
  private LlrpReader reader;

  @BeforeEach
  void start() throws IOException {
    reader = new LlrpReader(0, ReaderTraits.PLAIN.keeping(32, 10), clock);
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  private TinyClient listening(String... more) throws IOException {
    TinyClient client = TinyClient.in(reader);
    client.setUp(more);
    client.setUp(TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
    return client;
  }

  /** The reference ROSpec with another report trigger and number of tags. */
  private static String reporting(int trigger, int tags) {
    return TinyClient.ADD_ROSPEC.replace(
        "00ed000d020001", "00ed000d%02x%04x".formatted(trigger, tags));
  }

  private static String stamp(long micros) {
    return "%016x".formatted(NEW_YEAR_MICROS + micros);
  }

  @Test
  void eachReplyIsAReportWhenOneTagFillsIt() throws Exception {
    try (TinyClient client = listening()) {
      clock.advance(Duration.ofMillis(7));
      assertThat(reader.tagInField(TAG, 1, -52, 3)).isTrue();
      clock.advance(Duration.ofMillis(3));
      assertThat(reader.tagInField(TAG, 1, -51, 4)).isTrue();

      String first = TinyClient.hex(client.next());
      assertThat(first)
          .isEqualTo(
              "00f000308d"
                  + NUMBER
                  + "8900000001"
                  + "810001"
                  + "86cc"
                  + "82"
                  + stamp(7000)
                  + "84"
                  + stamp(7000)
                  + "880001");
      assertThat(TinyClient.hex(client.next())).contains("86cd82" + stamp(10_000));
    }
  }

  @Test
  void nothingIsHeardWithoutARadioOrAtAnotherAntenna() throws Exception {
    assertThat(reader.tagInField(TAG, 1, -50, 1)).isFalse();
    try (TinyClient client = listening()) {
      assertThat(reader.tagInField(TAG, 2, -50, 1)).isFalse();
      assertThat(client.silentFor(50)).isTrue();
    }
  }

  @Test
  void repliesOfATagAreGatheredUntilAskedFor() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(reporting(0, 0), TinyClient.ENABLE_ROSPEC);
      reader.tagInField(TAG, 1, -60, 1);
      clock.advance(Duration.ofMillis(5));
      reader.tagInField(TAG, 1, -48, 1);
      clock.advance(Duration.ofMillis(5));
      reader.tagInField(TAG, 1, -55, 1);
      assertThat(client.silentFor(50)).isTrue();

      client.say(1, MessageType.GET_REPORT, 3, "");

      assertThat(TinyClient.hex(client.next()))
          .endsWith("86d0" + "82" + stamp(0) + "84" + stamp(10_000) + "880003");
    }
  }

  @Test
  void severalTagsFillAReport() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(reporting(1, 3), TinyClient.ENABLE_ROSPEC);
      for (int i = 1; i <= 3; i++) {
        reader.tagInField(SimulatedTag.of("34160000000000000000000" + i), 1, -60, 1);
        reader.tagInField(SimulatedTag.of("34160000000000000000000" + i), 1, -61, 1);
      }
      Frame report = client.next();
      assertThat(TinyClient.hex(report).split("00f000308d3416", -1)).hasSize(4);
      // The second reply of the third tag came when the report had gone.
      client.say(1, MessageType.GET_REPORT, 3, "");
      assertThat(TinyClient.hex(client.next())).contains("000000000000000003").contains("86c3");
    }
  }

  @Test
  void whatIsGatheredComesBeforeTheEnd() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.CONFIG, reporting(2, 0));
      client.say(TinyClient.ENABLE_EVENTS_AND_REPORTS);
      client.say(TinyClient.ENABLE_ROSPEC);
      assertThat(client.next().type()).as("start").isEqualTo(63);
      assertThat(client.next().type()).isEqualTo(34);
      reader.tagInField(TAG, 1, -60, 1);
      client.say(1, MessageType.STOP_ROSPEC, 8, "00000001");
      assertThat(client.next().type()).isEqualTo(61);
      assertThat(TinyClient.hex(client.next())).as("end").contains("00f9000d0100000001");
      assertThat(client.next().type()).isEqualTo(33);
    }
  }

  @Test
  void afterAReconnectEverythingIsHeldUntilTheClientIsReady() throws Exception {
    try (TinyClient client = listening(TinyClient.CONFIG)) {
      client.ask(1, MessageType.CLOSE_CONNECTION, "");
    }
    Soon.until("the reader is free", () -> !reader.connected());
    reader.tagInField(TAG, 1, -50, 1);
    reader.input(1, true);
    try (TinyClient client = TinyClient.in(reader)) {
      reader.tagInField(TAG, 1, -51, 1);
      assertThat(client.ask(TinyClient.CAPABILITIES).type()).isEqualTo(11);
      assertThat(client.silentFor(50)).isTrue();
      client.say(TinyClient.ENABLE_EVENTS_AND_REPORTS);
      assertThat(TinyClient.hex(client.next(61))).contains("86ce").contains("86cd");
    }
  }

  @Test
  void aFullBufferLosesAndSaysSo() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(reporting(0, 0), TinyClient.ENABLE_ROSPEC);
      for (int i = 0; i < 12; i++) {
        reader.tagInField(SimulatedTag.of("%024x".formatted(i)), 1, -50, 1);
      }
      // ReportBufferOverflowErrorEvent, empty.
      assertThat(TinyClient.hex(client.next(63))).endsWith("00fb0004");
      client.say(1, MessageType.GET_REPORT, 1, "");
      assertThat(TinyClient.hex(client.next(61)).split("00f000308d", -1)).hasSize(11);
    }
  }

  @Test
  void inputsAreToldOnlyWhenSwitchedOn() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.input(1, true);
      client.setUp(TinyClient.CONFIG);
      reader.input(2, true);
      reader.input(1, true);
      assertThat(client.silentFor(50)).isTrue();
      reader.input(1, false);
      assertThat(TinyClient.hex(client.next())).endsWith("00f8000700" + "0100");
      // State of all four: 1 on and low, 2 off and high.
      String states = TinyClient.hex(client.ask(1, 2, "00000900000000"));
      assertThat(states).contains("00e1000800018000").contains("00e1000800020001");
    }
  }

  @Test
  void outputsAreSetAndAnsweredFor() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      assertThat(TinyClient.code(client.ask(1, 3, "0000db0007000280"))).isZero();
      assertThat(reader.output(2)).isTrue();
      assertThat(reader.output(1)).isFalse();
      assertThat(TinyClient.hex(client.ask(1, 2, "00000a00000000"))).contains("00db0007000280");
      assertThat(TinyClient.code(client.ask(1, 3, "0000db0007000580"))).isEqualTo(100);
      assertThat(TinyClient.code(client.ask(1, 3, "80"))).isZero();
      assertThat(reader.output(2)).as("after a reset").isFalse();
    }
  }

  @Test
  void theConfigurationStateChangesWithConfigurationAndSpecsAlone() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      String before = TinyClient.hex(client.ask(1, 2, "00000700000000"));
      client.setUp(TinyClient.CONFIG);
      String configured = TinyClient.hex(client.ask(1, 2, "00000700000000"));
      client.setUp(TinyClient.ADD_ROSPEC);
      String added = TinyClient.hex(client.ask(1, 2, "00000700000000"));
      reader.input(1, true);
      client.next(63);
      assertThat(configured).isNotEqualTo(before);
      assertThat(added).isNotEqualTo(configured);
      assertThat(TinyClient.hex(client.ask(1, 2, "00000700000000"))).isEqualTo(added);
    }
  }

  @Test
  void whatIsAsBeforeMayBeLeftOut() throws Exception {
    try (LlrpReader terse = new LlrpReader(0, ReaderTraits.PLAIN.omittingRepeated(), clock);
        TinyClient client = TinyClient.in(terse)) {
      client.setUp(TinyClient.ADD_ROSPEC.replace("00b7003600010001", "00b7003600010000"));
      client.setUp(TinyClient.ENABLE_ROSPEC);
      terse.tagInField(TAG, 1, -50, 1);
      terse.tagInField(TAG, 1, -50, 1);
      terse.tagInField(TAG, 2, -50, 1);
      assertThat(TinyClient.hex(client.next())).contains(NUMBER + "890000000181000186");
      assertThat(TinyClient.hex(client.next())).contains(NUMBER + "86");
      assertThat(TinyClient.hex(client.next())).contains(NUMBER + "81000286");
    }
  }

  @Test
  void otherEventsAreToldWhenConfigured() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.exception("too early");
      client.setUp(TinyClient.CONFIG);
      reader.exception("hot");
      assertThat(TinyClient.hex(client.next())).endsWith("00fc00090003" + "686f74");
      reader.antenna(3, false);
      assertThat(TinyClient.hex(client.next())).endsWith("00ff0007000003");
    }
  }

  @Test
  void theEndOfALoopIsAnEventOfTheNewerVersionAlone() throws Exception {
    String ninth = "0000f4000b00f5000700" + "0980";
    try (LlrpReader newer = new LlrpReader(0, ReaderTraits.NEWER, clock);
        TinyClient old = TinyClient.in(reader);
        TinyClient client = TinyClient.in(newer)) {
      assertThat(TinyClient.code(old.ask(1, 3, ninth))).isEqualTo(100);
      assertThat(TinyClient.code(client.ask(1, 3, ninth))).isZero();
      String events = "00000500000000";
      assertThat(TinyClient.hex(old.ask(1, 2, events))).endsWith("00f5000700" + "0800");
      assertThat(TinyClient.hex(client.ask(1, 2, events))).endsWith("00f5000700" + "0980");
    }
  }
}
