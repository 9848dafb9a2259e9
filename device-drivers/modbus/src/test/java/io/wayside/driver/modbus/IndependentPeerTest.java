// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slave that neither we nor the rig wrote: j2mod's. */
class IndependentPeerTest {

  private static final int CELLS = 200;

  private final SimpleProcessImage image = new SimpleProcessImage(1);
  private ModbusSlave slave;
  private ModbusDevice device;

  @BeforeEach
  void start() throws Exception {
    for (int i = 0; i < CELLS; i++) {
      image.addDigitalOut(new SimpleDigitalOut(i % 3 == 0));
      image.addDigitalIn(new SimpleDigitalIn(i % 5 == 0));
      image.addRegister(new SimpleRegister(1000 + i));
      image.addInputRegister(new SimpleInputRegister(65_535 - i));
    }
    int port = LoopbackPorts.free();
    slave = ModbusSlaveFactory.createTCPSlave(port, 2);
    slave.addProcessImage(1, image);
    slave.open();
    device =
        Bench.device(Bench.lines(), "tcp://127.0.0.1:" + port, Map.of("answerWithinMs", 2_000));
    Bench.awaitAnswers(device);
  }

  @AfterEach
  void close() {
    device.stop();
    slave.close();
  }

  @Test
  void readsAllFourTables() throws DeviceException {
    int[] coils = device.read(Table.COILS, 7, 150);
    int[] inputs = device.read(Table.DISCRETE_INPUTS, 7, 150);
    int[] holding = device.read(Table.HOLDING_REGISTERS, 7, 125);
    int[] input = device.read(Table.INPUT_REGISTERS, 7, 125);
    for (int i = 0; i < 125; i++) {
      assertThat(coils[i]).isEqualTo((7 + i) % 3 == 0 ? 1 : 0);
      assertThat(inputs[i]).isEqualTo((7 + i) % 5 == 0 ? 1 : 0);
      assertThat(holding[i]).isEqualTo(1007 + i);
      assertThat(input[i]).isEqualTo(65_528 - i);
    }
  }

  @Test
  void writesOneAndSeveral() throws DeviceException {
    device.write(Table.HOLDING_REGISTERS, 3, 65_535);
    device.write(Table.HOLDING_REGISTERS, 10, 1, 2, 3);
    device.write(Table.COILS, 1, 1);
    device.write(Table.COILS, 20, 1, 0, 1, 1, 0, 0, 1, 1, 1);

    assertThat(image.getRegister(3).getValue()).isEqualTo(65_535);
    assertThat(image.getRegister(12).getValue()).isEqualTo(3);
    assertThat(image.getDigitalOut(1).isSet()).isTrue();
    assertThat(image.getDigitalOut(21).isSet()).isFalse();
    assertThat(image.getDigitalOut(28).isSet()).isTrue();
  }

  @Test
  void cellsThatAreNotThereAreRefused() {
    assertThatThrownBy(() -> device.read(Table.HOLDING_REGISTERS, 199, 2))
        .isExactlyInstanceOf(DeviceException.Refused.class)
        .hasMessageContaining("exception 2");
  }
}
