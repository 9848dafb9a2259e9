// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderFaultsTest {

  private static final SimulatedTag TAG = SimulatedTag.of("3416214b9400f68000000001");

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

  @ParameterizedTest
  @EnumSource
  void messagesAreTheSameHoweverTheyLieOnTheWire(Delivery delivery) throws Exception {
    reader.faults().delivery(delivery);
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
      for (int i = 0; i < 100; i++) {
        reader.tagInField(SimulatedTag.of("%024x".formatted(i)), 1, -50, 1);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(TinyClient.hex(client.next(61))).contains("8d%024x".formatted(i));
      }
    }
  }

  @Test
  void aMessageCutInItsMiddleEndsTheConnection() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.faults().cutInsideNextMessage();
      client.say(TinyClient.CAPABILITIES);
      assertThat(HexFormat.of().formatHex(client.rawUntilEnd())).startsWith("040b0000");
      assertThat(reader.connected()).isFalse();
    }
    TinyClient.in(reader).close();
  }

  @Test
  void aWrongLengthIsStated() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.faults().wrongLengthNext();
      client.say(1, 26, 1, "");
      assertThatIOException().isThrownBy(client::next).withMessageContaining("9 bytes");
    }
  }

  @Test
  void garbageLiesBeforeTheNextMessage() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.faults().garbageNext(7, 33);
      client.say(1, MessageType.CLOSE_CONNECTION, 1, "");
      byte[] all = client.rawUntilEnd();
      assertThat(all).hasSize(33 + 10 + 8);
      assertThat(HexFormat.of().formatHex(all, 33, 35)).isEqualTo("0404");
    }
  }

  @Test
  void aSilentReaderHearsAndSaysNothing() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.CONFIG);
      reader.faults().silent(true);
      client.say(TinyClient.ADD_ROSPEC);
      Soon.until("the ROSpec", () -> reader.roSpecs().size() == 1);
      clock.advance(Duration.ofMinutes(1));
      assertThat(client.silentFor(50)).isTrue();
      reader.faults().clear();
      assertThat(client.ask(TinyClient.CAPABILITIES).type()).isEqualTo(11);
    }
  }

  @Test
  void oneKindOfMessageIsNeverAnswered() throws Exception {
    reader.faults().neverAnswer(MessageType.ADD_ROSPEC);
    try (TinyClient client = TinyClient.in(reader)) {
      client.say(TinyClient.ADD_ROSPEC);
      assertThat(client.ask(TinyClient.CAPABILITIES).type()).isEqualTo(11);
      assertThat(reader.roSpecs()).hasSize(1);
    }
  }

  @Test
  void oneKindOfMessageIsRefused() throws Exception {
    reader
        .faults()
        .refuse(MessageType.ADD_ROSPEC, Status.of(Status.R_DEVICE_ERROR, "antenna missing"));
    try (TinyClient client = TinyClient.in(reader)) {
      assertThat(TinyClient.code(client.ask(TinyClient.ADD_ROSPEC))).isEqualTo(401);
      assertThat(reader.roSpecs()).isEmpty();
      assertThat(reader.heard()).extracting(Frame::type).containsExactly(20);
    }
  }

  @Test
  void reportsWithoutTagsGoBeforeTheOthers() throws Exception {
    reader.faults().emptyReports(true);
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
      reader.tagInField(TAG, 1, -50, 1);
      Frame empty = client.next();
      assertThat(empty.type()).isEqualTo(61);
      assertThat(empty.body()).isEmpty();
      assertThat(client.next().body()).isNotEmpty();
    }
  }

  @Test
  void aRebootHalfOpenLeavesTheClientInTheDarkAndTheOldRoSpecAtWork() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
      reader.reboot(true, true);
      assertThat(reader.connected()).isFalse();
      client.say(TinyClient.CAPABILITIES);
      assertThat(reader.tagInField(TAG, 1, -50, 1)).as("the old ROSpec listens").isTrue();
      assertThat(client.silentFor(50)).isTrue();
      try (TinyClient again = TinyClient.in(reader)) {
        assertThat(TinyClient.hex(again.next(61))).contains("3416214b9400f68000000001");
        assertThat(reader.roSpecs()).containsExactly(1L);
      }
    }
  }

  @Test
  void aRebootToNothingHangsUpAndForgets() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.CONFIG, TinyClient.ADD_ROSPEC, TinyClient.ADD_ACCESSSPEC);
      client.setUp(TinyClient.ENABLE_ROSPEC);
      reader.reboot(false, false);
      assertThat(client.silentFor(1000)).isTrue();
    }
    assertThat(reader.roSpecs()).isEmpty();
    assertThat(reader.accessSpecs()).isEmpty();
    assertThat(reader.transmitting()).isFalse();
    try (TinyClient again = TinyClient.in(reader)) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(again.silentFor(50)).as("no keepalives").isTrue();
    }
  }

  @Test
  void aHauntedReaderSendsEverybodyAway() throws Exception {
    reader.haunted(true);
    try (TinyClient client = new TinyClient(reader.port())) {
      assertThat(TinyClient.status256(client.next())).isEqualTo(2);
      assertThat(client.untilEnd()).isEmpty();
    }
    reader.haunted(false);
    TinyClient.in(reader).close();
  }

  @Test
  void aClockThatJumpsShowsInTheStamps() throws Exception {
    reader.jumpClock(Duration.ofHours(-1));
    try (TinyClient client = new TinyClient(reader.port())) {
      assertThat(TinyClient.hex(client.next()))
          .contains("%016x".formatted(1_767_225_600_000_000L - 3_600_000_000L));
    }
  }

  @Test
  void hangingUpLetsTheNextIn() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      reader.hangUp();
      assertThat(client.silentFor(1000)).isTrue();
      TinyClient.in(reader).close();
    } catch (EOFException e) {
      throw new AssertionError("hung up inside a message", e);
    }
  }

  @Test
  void aFloodThatNobodyReadsIsBoundedAndSaid() throws Exception {
    try (TinyClient client = TinyClient.in(reader)) {
      client.setUp(TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
      for (int i = 0; i < 200_000; i++) {
        reader.tagInField(TAG, 1, -50, 1);
      }
      assertThat(reader.connected()).isTrue();
      // Reports go on when the client reads again; the word that some were lost goes first.
      boolean told = false;
      for (int read = 0; !told && read < 300_000; read++) {
        told = TinyClient.hex(client.next()).endsWith("00fb0004");
        if (read % 100 == 0) {
          reader.tagInField(TAG, 1, -49, 1);
        }
      }
      assertThat(told).isTrue();
    }
  }
}
