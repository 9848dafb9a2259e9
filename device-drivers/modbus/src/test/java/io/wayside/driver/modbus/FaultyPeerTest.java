// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.simulators.modbus.ModbusFault;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rig's unit can do wrong, on both wires. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultyPeerTest {

  @TempDir Path folder;

  private Peer peer;
  private ModbusDevice device;

  private void start(boolean tcp, int attempts) throws IOException {
    peer = tcp ? new Peer.OnTcp() : new Peer.OnPty(folder);
    peer.one.holding(0, 42);
    device = Bench.device(Bench.lines(), peer.link(), Map.of("attempts", attempts));
    Bench.awaitAnswers(device);
  }

  @AfterEach
  void close() {
    device.stop();
    peer.close();
  }

  private int[] read() throws DeviceException {
    return device.read(Table.HOLDING_REGISTERS, 0, 1);
  }

  private void assertFails(ModbusFault fault, Class<? extends DeviceException> kind) {
    peer.faults().order(fault, 1);

    assertThatThrownBy(this::read).isExactlyInstanceOf(kind);
    assertThat(device.health().status()).isNotEqualTo(Status.OK);
    Bench.awaitAnswers(device);
    assertThat(device.health().status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "TRUNCATED", "WRONG_CRC", "WRONG_UNIT"})
  void onASerialLineOneFaultIsOneRetry(ModbusFault fault) throws Exception {
    start(false, 2);
    peer.faults().order(fault, 1);

    assertThat(read()).containsExactly(42);
    assertThat(peer.faults().struck()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "TRUNCATED", "WRONG_TRANSACTION", "WRONG_UNIT"})
  void onTcpOneFaultIsOneRetry(ModbusFault fault) throws Exception {
    start(true, 2);
    peer.faults().order(fault, 1);

    assertThat(read()).containsExactly(42);
    assertThat(peer.faults().struck()).isEqualTo(1);
  }

  @Test
  void onASerialLineEachFaultHasItsKind() throws Exception {
    start(false, 1);
    peer.faults().exceptionCode(Refused.ILLEGAL_VALUE);

    assertFails(ModbusFault.SILENT, DeviceException.TimedOut.class);
    assertFails(ModbusFault.TRUNCATED, DeviceException.Garbled.class);
    assertFails(ModbusFault.WRONG_CRC, DeviceException.Garbled.class);
    assertFails(ModbusFault.WRONG_UNIT, DeviceException.Garbled.class);
    assertFails(ModbusFault.EXCEPTION, DeviceException.Refused.class);
  }

  @Test
  void onTcpEachFaultHasItsKind() throws Exception {
    start(true, 1);
    peer.faults().exceptionCode(Refused.ILLEGAL_FUNCTION);

    assertFails(ModbusFault.SILENT, DeviceException.TimedOut.class);
    assertFails(ModbusFault.TRUNCATED, DeviceException.Garbled.class);
    assertFails(ModbusFault.WRONG_TRANSACTION, DeviceException.Garbled.class);
    assertFails(ModbusFault.WRONG_UNIT, DeviceException.Garbled.class);
    assertFails(ModbusFault.EXCEPTION, DeviceException.Refused.class);
  }

  @Test
  void aBusyDeviceIsAskedAgainAlsoToWrite() throws Exception {
    start(true, 3);
    peer.faults().exceptionCode(Refused.BUSY);
    peer.faults().order(ModbusFault.EXCEPTION, 2);
    device.write(Table.HOLDING_REGISTERS, 3, 9);

    assertThat(peer.one.holding(3)).isEqualTo(9);
  }

  @Test
  void aWriteWithoutAnAnswerIsNotRepeated() throws Exception {
    start(true, 3);
    peer.faults().order(ModbusFault.SILENT, 3);

    assertThatThrownBy(() -> device.write(Table.HOLDING_REGISTERS, 3, 9))
        .isExactlyInstanceOf(DeviceException.TimedOut.class);
    assertThat(peer.faults().struck()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "LATE")
  void aLateAnswerIsNeverTakenForTheNextOne(ModbusFault late) throws Exception {
    for (boolean tcp : new boolean[] {false, true}) {
      start(tcp, 1);
      peer.faults().lateBy(Duration.ofMillis(220));
      peer.faults().order(late, 1);

      assertThatThrownBy(this::read).isExactlyInstanceOf(DeviceException.TimedOut.class);
      peer.one.holding(0, 43);
      peer.one.holding(1, 44);
      Bench.awaitAnswers(device);
      assertThat(device.read(Table.HOLDING_REGISTERS, 1, 1)).containsExactly(44);
      assertThat(read()).containsExactly(43);
      if (!tcp) {
        close();
      }
    }
  }

  @Test
  void anAbsentUnitBehindAGatewayIsSilentAndItsNeighbourIsNot() throws Exception {
    start(true, 1);
    Lines lines = Bench.lines();
    ModbusDevice absent =
        Bench.device(lines, peer.link(), Map.of("unit", 9, "attempts", 1, "device_id", "absent"));
    Bench.until("its line is open", () -> isSilent(absent));
    absent.stop();

    assertThat(read()).containsExactly(42);
  }

  private static boolean isSilent(ModbusDevice absent) {
    try {
      absent.read(Table.COILS, 0, 1);
      return false;
    } catch (DeviceException e) {
      return e instanceof DeviceException.TimedOut;
    }
  }
}
