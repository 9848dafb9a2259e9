// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.MemoryWire;
import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModbusRtuSlaveTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  /** Read register 0 of unit 1, as many a data sheet prints it. */
  private static final String READ = "01 03 00 00 00 01 84 0A";

  private static final String READ_ANSWER = "01 03 02 00 07 F9 86";

  @TempDir Path folder;

  private final SteppedRigClock clock = new SteppedRigClock();
  private final MemoryWire wire = new MemoryWire();
  private final RegisterTable one = new RegisterTable(10);
  private final RegisterTable two = new RegisterTable(10);
  private final ModbusRtuSlave slave = new ModbusRtuSlave(clock, wire, Map.of(1, one, 2, two));

  @BeforeEach
  void start() {
    one.holding(0, 7);
    slave.start();
  }

  private String ask(String hex) {
    wire.clear();
    wire.say(HEX.parseHex(hex));
    clock.advance(Duration.ofMillis(30));
    return HEX.formatHex(wire.bytes());
  }

  @Test
  void answersWithACheck() {
    assertThat(ask(READ)).isEqualTo(READ_ANSWER);
    assertThat(ask("01 10 00 00 00 01 02 00 02 27 91")).isEqualTo("01 10 00 00 00 01 01 C9");
    assertThat(one.holding(0)).isEqualTo(2);
  }

  @Test
  void severalFramesWithoutASilenceAreAllAnswered() {
    assertThat(ask(READ + " " + READ)).isEqualTo(READ_ANSWER + " " + READ_ANSWER);
  }

  @Test
  void aFrameInPiecesIsPutTogether() {
    wire.say(HEX.parseHex("01 03 00"));
    clock.advance(Duration.ofMillis(9));
    assertThat(ask("00 00 01 84 0A")).isEqualTo(READ_ANSWER);
  }

  @Test
  void whatIsNotAFrameIsDroppedAfterASilence() {
    assertThat(ask("01 03 00 00 00 01 84 0B")).isEmpty();
    assertThat(slave.dropped()).isOne();
    assertThat(ask("55 " + READ)).isEmpty();
    assertThat(ask("01 03 00")).isEmpty();
    assertThat(slave.dropped()).isEqualTo(3);
    assertThat(ask(READ)).isEqualTo(READ_ANSWER);
  }

  @Test
  void unknownFunctionsAndUnits() {
    byte[] unknown = Crc16.appended(new byte[] {1, 0x2B, 0x0E, 1, 0});
    String answer = ask(HEX.formatHex(unknown));
    assertThat(answer).startsWith("01 AB 01");
    byte[] absent = Crc16.appended(new byte[] {9, 3, 0, 0, 0, 1});
    assertThat(ask(HEX.formatHex(absent))).isEmpty();
  }

  @Test
  void unitZeroTellsAllAndNobodyAnswers() {
    byte[] broadcast = Crc16.appended(new byte[] {0, 6, 0, 3, 0, 9});
    assertThat(ask(HEX.formatHex(broadcast))).isEmpty();
    assertThat(one.holding(3)).isEqualTo(9);
    assertThat(two.holding(3)).isEqualTo(9);
  }

  @Test
  void faultsDoWhatTheySayAndThenEnd() {
    slave.faults().order(ModbusFault.WRONG_CRC, 1);
    assertThat(ask(READ)).isEqualTo("01 03 02 00 07 F9 87");
    slave.faults().order(ModbusFault.TRUNCATED, 1);
    assertThat(ask(READ)).isEqualTo("01 03 02");
    slave.faults().order(ModbusFault.EXCEPTION, 1);
    assertThat(ask(READ)).startsWith("01 83 06");
    slave.faults().order(ModbusFault.WRONG_UNIT, 1);
    assertThat(ask(READ)).startsWith("02 03 02 00 07");
    slave.faults().order(ModbusFault.SILENT, 1);
    assertThat(ask(READ)).isEmpty();
    slave.faults().order(ModbusFault.LATE, 1);
    slave.faults().lateBy(Duration.ofMillis(100));
    assertThat(ask(READ)).isEmpty();
    clock.advance(Duration.ofMillis(100));
    assertThat(HEX.formatHex(wire.bytes())).isEqualTo(READ_ANSWER);
    slave.faults().order(ModbusFault.LATE, 5);
    slave.faults().clear();
    assertThat(ask(READ)).isEqualTo(READ_ANSWER);
    assertThat(slave.faults().struck()).isEqualTo(6);
  }

  @Test
  void noBytesHoweverOddStopIt() {
    Random random = new Random(485);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      if (bytes.length > 2) {
        bytes[0] = (byte) random.nextInt(3);
        bytes[1] = (byte) random.nextInt(18);
      }
      wire.say(random.nextBoolean() ? Crc16.appended(bytes) : bytes);
      clock.advance(Duration.ofMillis(random.nextInt(20)));
    }
    clock.advance(Duration.ofMillis(50));
    one.holding(0, 7);
    assertThat(ask(READ)).isEqualTo(READ_ANSWER);
  }

  @Test
  void answersOnASerialLine() throws Exception {
    PtyPipe pipe = new PtyPipe(folder.resolve("ttyModbus"));
    pipe.open();
    try (RealRigClock real = new RealRigClock();
        ModbusRtuSlave device = new ModbusRtuSlave(real, pipe, Map.of(1, one));
        RandomAccessFile line = new RandomAccessFile(pipe.address(), "rw")) {
      device.start();
      Soon.until("the device sees a reader", pipe::attached);
      line.write(HEX.parseHex(READ));
      byte[] answer = new byte[7];
      line.readFully(answer);
      assertThat(HEX.formatHex(answer)).isEqualTo(READ_ANSWER);
    } finally {
      pipe.close();
    }
  }
}
