// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModbusTcpServerTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final String READ = "00 07 00 00 00 06 05 03 00 01 00 02";
  private static final String READ_ANSWER = "00 07 00 00 00 07 05 03 04 00 0A 00 0B";

  private final SteppedRigClock clock = new SteppedRigClock();
  private final RegisterTable five = new RegisterTable(10);
  private final RegisterTable six = new RegisterTable(10);
  private ModbusTcpServer server;
  private Socket socket;

  @BeforeEach
  void start() throws IOException {
    five.holding(1, 10);
    five.holding(2, 11);
    six.holding(1, 600);
    server = new ModbusTcpServer(0, Map.of(5, five, 6, six), clock);
    socket = call();
  }

  private Socket call() throws IOException {
    Socket calling = new Socket(InetAddress.getLoopbackAddress(), server.port());
    calling.setSoTimeout(10_000);
    return calling;
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
    server.close();
  }

  private void say(String hex) throws IOException {
    socket.getOutputStream().write(HEX.parseHex(hex));
  }

  private String hear(int bytes) throws IOException {
    byte[] heard = new byte[bytes];
    new DataInputStream(socket.getInputStream()).readFully(heard);
    return HEX.formatHex(heard);
  }

  @Test
  void answersEachUnitFromItsImage() throws IOException {
    say(READ);
    assertThat(hear(13)).isEqualTo(READ_ANSWER);
    say("12 34 00 00 00 06 06 03 00 01 00 01");
    assertThat(hear(11)).isEqualTo("12 34 00 00 00 05 06 03 02 02 58");
    say("00 01 00 00 00 06 06 06 00 03 00 09");
    assertThat(hear(12)).isEqualTo("00 01 00 00 00 06 06 06 00 03 00 09");
    assertThat(six.holding(3)).isEqualTo(9);
    say("00 01 00 00 00 06 09 03 00 01 00 01");
    assertThat(hear(9)).isEqualTo("00 01 00 00 00 03 09 83 0B");
  }

  @Test
  void severalRequestsAtOnceAreAnsweredInOrder() throws IOException {
    say(READ + " " + READ.replace("00 07", "00 08"));
    assertThat(hear(13)).startsWith("00 07");
    assertThat(hear(13)).startsWith("00 08");
    try (Socket other = call()) {
      other.getOutputStream().write(HEX.parseHex(READ));
      assertThat(other.getInputStream().readNBytes(13)).isEqualTo(HEX.parseHex(READ_ANSWER));
    }
  }

  @Test
  void theOnlyUnitAnswersForZeroAnd255() throws IOException {
    try (ModbusTcpServer one = new ModbusTcpServer(0, Map.of(5, five), clock);
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), one.port())) {
      for (String unit : new String[] {"00", "FF"}) {
        caller
            .getOutputStream()
            .write(HEX.parseHex("00 07 00 00 00 06 " + unit + " 03 00 01 00 02"));
        assertThat(HEX.formatHex(caller.getInputStream().readNBytes(13)))
            .startsWith("00 07 00 00 00 07 " + unit + " 03 04");
      }
    }
  }

  @Test
  void aWrongHeaderHangsUp() throws IOException {
    for (String header : new String[] {"00 07 00 01 00 06 05 03", "00 07 00 00 01 00 05 03"}) {
      try (Socket caller = call()) {
        caller.getOutputStream().write(HEX.parseHex(header));
        assertThat(caller.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void faultsDoWhatTheySayAndThenEnd() throws IOException {
    server.faults().order(ModbusFault.EXCEPTION, 1);
    server.faults().order(ModbusFault.WRONG_UNIT, 1);
    server.faults().order(ModbusFault.WRONG_TRANSACTION, 1);
    server.faults().order(ModbusFault.WRONG_CRC, 1);
    server.faults().order(ModbusFault.TRUNCATED, 1);
    server.faults().exceptionCode(4);
    say(READ);
    assertThat(hear(9)).isEqualTo("00 07 00 00 00 03 05 83 04");
    say(READ);
    assertThat(hear(13)).isEqualTo(READ_ANSWER.replace("07 05", "07 06"));
    say(READ.replace("00 07 00 00", "00 08 00 00"));
    assertThat(hear(13)).isEqualTo(READ_ANSWER);
    say(READ);
    assertThat(hear(13)).isEqualTo(READ_ANSWER.replace("0B", "0A"));
    say(READ);
    assertThat(hear(6)).isEqualTo("00 07 00 00 00 07");
    socket.setSoTimeout(100);
    assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);
    say(READ);
    assertThat(hear(13)).isEqualTo(READ_ANSWER);
    assertThat(server.faults().struck()).isEqualTo(5);
  }

  @Test
  void aLateAnswerComesWhenItsTimeHasPassedAndASilentOneNever() throws Exception {
    server.faults().order(ModbusFault.SILENT, 1);
    server.faults().order(ModbusFault.LATE, 1);
    server.faults().lateBy(Duration.ofSeconds(3));
    say(READ);
    say(READ.replace("00 07 00 00", "00 09 00 00"));
    Soon.until("both are struck", () -> server.faults().struck() == 2);
    assertThat(socket.getInputStream().available()).isZero();
    Soon.until(
        "the answer is there",
        () -> {
          clock.advance(Duration.ofSeconds(3));
          return socket.getInputStream().available() == 13;
        });
    assertThat(hear(13)).startsWith("00 09");
  }

  @Test
  void noRequestHoweverOddKillsTheServer() throws Exception {
    Random random = new Random(1502);
    for (int i = 0; i < 300; i++) {
      try (Socket caller = call()) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        if (random.nextBoolean() && bytes.length > 12) {
          System.arraycopy(HEX.parseHex(READ), 0, bytes, 0, 8);
        }
        caller.getOutputStream().write(bytes);
      }
    }
    Soon.until("the odd ones have left", () -> server.connected() <= 1);
    say(READ);
    assertThat(hear(13)).isEqualTo(READ_ANSWER);
    server.hangUp();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }
}
