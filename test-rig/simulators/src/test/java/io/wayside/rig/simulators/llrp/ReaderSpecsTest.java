// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static io.wayside.rig.simulators.llrp.TinyClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderSpecsTest {

  private static final SimulatedTag TAG = SimulatedTag.of("3416214b9400f68000000001");

  private final SteppedRigClock clock = new SteppedRigClock();
  private LlrpReader reader;
  private TinyClient client;

  @BeforeEach
  void start() throws IOException {
    reader = new LlrpReader(0, ReaderTraits.PLAIN.keeping(2, 100), clock);
    client = TinyClient.in(reader);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    reader.close();
  }

  /** The reference ROSpec with another id, priority, state, start trigger. */
  private static String roSpec(int id, int priority, int state, String trigger) {
    return "00b1005f%08x%02x%02x".formatted(id, priority, state)
        + "00b2001200b300050%s00b600090000000000".formatted(trigger)
        + TinyClient.ADD_ROSPEC.substring(20 + 2 * 28);
  }

  private static String id(int id) {
    return "%08x".formatted(id);
  }

  @Test
  void aRoSpecGoesFromDisabledToActiveAndBack() throws Exception {
    client.setUp(TinyClient.ADD_ROSPEC);
    assertThat(TinyClient.hex(client.ask(1, 26, ""))).contains("00b1005f000000010000");
    assertThat(reader.transmitting()).isFalse();
    assertThat(code(client.ask(1, MessageType.START_ROSPEC, id(1)))).as("disabled").isEqualTo(101);

    client.setUp(TinyClient.ENABLE_ROSPEC);
    assertThat(reader.transmitting()).isTrue();
    assertThat(TinyClient.hex(client.ask(1, 26, ""))).contains("00b1005f000000010002");

    assertThat(code(client.ask(1, MessageType.STOP_ROSPEC, id(1)))).isZero();
    assertThat(reader.transmitting()).isFalse();
    assertThat(TinyClient.hex(client.ask(1, 26, ""))).contains("00b1005f000000010001");

    assertThat(code(client.ask(1, MessageType.START_ROSPEC, id(1)))).isZero();
    assertThat(reader.transmitting()).isTrue();
    assertThat(code(client.ask(1, MessageType.DISABLE_ROSPEC, id(0)))).isZero();
    assertThat(reader.transmitting()).isFalse();
    assertThat(code(client.ask(1, MessageType.DELETE_ROSPEC, id(0)))).isZero();
    assertThat(reader.roSpecs()).isEmpty();
  }

  @Test
  void idZeroAndAnyStateButDisabledAreFieldErrors() throws Exception {
    String idZero = TinyClient.hex(client.ask(1, 20, roSpec(0, 0, 0, "1")));
    String enabled = TinyClient.hex(client.ask(1, 20, roSpec(1, 0, 1, "1")));

    // ParameterError: of 177, P_FieldError; FieldError: field 0 or 2, A_Invalid.
    assertThat(idZero).contains("0121001000b100c9" + "01200008" + "0000012c");
    assertThat(enabled).contains("0121001000b100c9" + "01200008" + "0002012c");
    assertThat(code(client.ask(1, 20, roSpec(1, 8, 0, "1")))).isEqualTo(100);
    assertThat(reader.roSpecs()).isEmpty();
  }

  @Test
  void whatDoesNotFitOrIsThereAlreadyIsRefused() throws Exception {
    assertThat(code(client.ask(1, 20, roSpec(1, 0, 0, "0")))).isZero();
    assertThat(code(client.ask(1, 20, roSpec(1, 0, 0, "0")))).isEqualTo(100);
    assertThat(code(client.ask(1, 20, roSpec(2, 0, 0, "0")))).isZero();
    assertThat(code(client.ask(1, 20, roSpec(3, 0, 0, "0")))).isEqualTo(105);
    assertThat(reader.roSpecs()).containsExactly(1L, 2L);
  }

  @Test
  void startAndStopWantOneRoSpecThatIsThere() throws Exception {
    for (int type : new int[] {MessageType.START_ROSPEC, MessageType.STOP_ROSPEC}) {
      assertThat(code(client.ask(1, type, id(0)))).isEqualTo(101);
      assertThat(code(client.ask(1, type, id(9)))).isEqualTo(101);
    }
    assertThat(code(client.ask(1, MessageType.DELETE_ROSPEC, id(9)))).isEqualTo(101);
    assertThat(code(client.ask(1, MessageType.DELETE_ROSPEC, id(0)))).isZero();
  }

  @Test
  void aNullTriggerWaitsForTheCommand() throws Exception {
    assertThat(code(client.ask(1, 20, roSpec(1, 0, 0, "0")))).isZero();
    client.setUp(TinyClient.ENABLE_ROSPEC);
    assertThat(reader.transmitting()).isFalse();
    assertThat(code(client.ask(1, MessageType.START_ROSPEC, id(1)))).isZero();
    assertThat(reader.transmitting()).isTrue();
  }

  @Test
  void aMoreUrgentRoSpecTakesTheRadio() throws Exception {
    client.setUp(TinyClient.CONFIG);
    client.ask(1, 20, roSpec(1, 4, 0, "0"));
    client.ask(1, 20, roSpec(2, 1, 0, "0"));
    client.ask(1, MessageType.ENABLE_ROSPEC, id(0));
    client.say(1, MessageType.START_ROSPEC, 1, id(1));
    client.say(1, MessageType.START_ROSPEC, 2, id(2));
    client.say(1, MessageType.START_ROSPEC, 3, id(1));

    // ROSpecEvent: start of 1; preemption of 1 by 2; start of 2.
    assertThat(TinyClient.hex(client.next(63))).endsWith("00f9000d00" + id(1) + id(0));
    assertThat(TinyClient.hex(client.next(63))).endsWith("00f9000d02" + id(1) + id(2));
    assertThat(TinyClient.hex(client.next(63))).endsWith("00f9000d00" + id(2) + id(0));
    assertThat(code(client.next(32))).isZero();
    assertThat(code(client.next(32))).as("less urgent").isEqualTo(401);
  }

  @Test
  void aRoSpecEndsAfterItsTime() throws Exception {
    String timed = roSpec(1, 0, 0, "1").replace("00b600090000000000", "00b6000901000000fa");
    assertThat(code(client.ask(1, 20, timed))).isZero();
    client.setUp(TinyClient.ENABLE_ROSPEC);
    clock.advance(Duration.ofMillis(249));
    assertThat(reader.transmitting()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(reader.transmitting()).isFalse();
  }

  @Test
  void commandsCutAnywhereAndBitsTurnedAreAnswered() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    byte[][] bodies = {
      HexFormat.of().parseHex(TinyClient.ADD_ROSPEC.substring(20)),
      HexFormat.of().parseHex(TinyClient.ADD_ACCESSSPEC.substring(20)),
      HexFormat.of().parseHex(TinyClient.CONFIG.substring(20))
    };
    int[] types = {20, 40, 3};
    for (int i = 0; i < 3000; i++) {
      int which = random.nextInt(3);
      byte[] body = bodies[which].clone();
      for (int turned = random.nextInt(4); turned > 0; turned--) {
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
      }
      byte[] cut = Arrays.copyOf(body, random.nextInt(body.length + 1));
      client.say(1, types[which], i, HexFormat.of().formatHex(cut));
      Frame answer = client.next(types[which] + 10);
      assertThat(answer.id()).isEqualTo(i);
      assertThat(code(answer)).isNotEqualTo(-1);
      if (i % 10 == 0) {
        client.ask(1, MessageType.DELETE_ROSPEC, id(0));
        client.ask(1, MessageType.DELETE_ACCESSSPEC, id(0));
      }
    }
  }

  @Test
  void anAccessSpecReadsOnceEnabledAndDeletesItselfAfterItsCount() throws Exception {
    String once = TinyClient.ADD_ACCESSSPEC.replace("00d00007000000", "00d00007010001");
    client.setUp(once, TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
    SimulatedTag tag = TAG.withTid("e28011606000020554a1b2c3").withUser("0011223344556677");
    reader.tagInField(tag, 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61))).as("disabled").doesNotContain("015d");

    client.setUp(TinyClient.ENABLE_ACCESSSPEC);
    assertThat(reader.accessSpecs()).containsExactly(1L);
    reader.tagInField(tag, 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61)))
        .endsWith(
            "9000000001"
                + "015d00150000010006e28011606000020554a1b2c3"
                + "015d00110000020004"
                + "0011223344556677");

    assertThat(reader.accessSpecs()).isEmpty();
    reader.tagInField(tag, 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61))).as("done").doesNotContain("015d");
  }

  @Test
  void aFailedReadEndsTheAccessSpecForThisTag() throws Exception {
    client.setUp(
        TinyClient.ADD_ACCESSSPEC,
        TinyClient.ENABLE_ACCESSSPEC,
        TinyClient.ADD_ROSPEC,
        TinyClient.ENABLE_ROSPEC);
    reader.tagInField(TAG, 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61))).endsWith("015d00090200010000");
  }

  @Test
  void anAccessSpecFitsTheTagsItNames() throws Exception {
    // Of the EPC bank the 8 bits from 0x20 must be 0x34.
    String only =
        "0428000000590000000400cf004f00000001000001000000000000d0000700000000d10033"
            + "015200110153000d600020"
            + "0008ff"
            + "000834"
            + TinyClient.ADD_ACCESSSPEC.substring(
                TinyClient.ADD_ACCESSSPEC.indexOf("0155000f0001"));
    client.setUp(
        only, TinyClient.ENABLE_ACCESSSPEC, TinyClient.ADD_ROSPEC, TinyClient.ENABLE_ROSPEC);
    reader.tagInField(TAG, 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61))).contains("015d");
    reader.tagInField(SimulatedTag.of("3516214b9400f68000000001"), 1, -50, 1);
    assertThat(TinyClient.hex(client.next(61))).doesNotContain("015d");
  }
}
