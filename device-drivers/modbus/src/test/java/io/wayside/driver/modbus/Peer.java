// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.RegisterHarness.Manner;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.IoModule;
import io.wayside.rig.simulators.modbus.ModbusFault;
import io.wayside.rig.simulators.modbus.ModbusFaults;
import io.wayside.rig.simulators.modbus.ModbusRtuSlave;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterImage;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The rig's device with units 1 and 2, on TCP or a pseudo-terminal. */
abstract sealed class Peer implements AutoCloseable {

  static final int WATCHDOG = 90;

  private static final int ALL = 10_000;

  final RegisterTable one = new RegisterTable(100);
  final RegisterTable two = new RegisterTable(100);
  final RealRigClock clock = new RealRigClock();

  /** Unit 1, with the watchdog that a module of outputs has, armed by register 90. */
  final IoModule module = new IoModule(one, clock, WATCHDOG, IoModule.ANY_REQUEST);

  abstract String link();

  abstract ModbusFaults faults();

  abstract void breakLink();

  abstract void restoreLink() throws IOException;

  Map<Integer, RegisterImage> units() {
    return Map.of(1, module, 2, two);
  }

  @Override
  public void close() {
    module.close();
    clock.close();
  }

  void answer(Manner manner) {
    faults().clear();
    switch (manner) {
      case PROPERLY -> {}
      case REFUSING -> {
        faults().exceptionCode(Refused.ILLEGAL_ADDRESS);
        faults().order(ModbusFault.EXCEPTION, ALL);
      }
      case GARBLED -> faults().order(garbling(), ALL);
      case NOT_AT_ALL -> faults().order(ModbusFault.SILENT, ALL);
    }
  }

  abstract ModbusFault garbling();

  void holds(Table table, int address, int... values) {
    for (int i = 0; i < values.length; i++) {
      switch (table) {
        case COILS -> one.coil(address + i, values[i] == 1);
        case DISCRETE_INPUTS -> one.discreteInput(address + i, values[i] == 1);
        case HOLDING_REGISTERS -> one.holding(address + i, values[i]);
        case INPUT_REGISTERS -> one.input(address + i, values[i]);
      }
    }
  }

  int cell(Table table, int address) {
    try {
      return switch (table) {
        case COILS -> one.coil(address) ? 1 : 0;
        case DISCRETE_INPUTS -> one.discreteInputs(address, 1)[0] ? 1 : 0;
        case HOLDING_REGISTERS -> one.holding(address);
        case INPUT_REGISTERS -> one.inputRegisters(address, 1)[0];
      };
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  static final class OnTcp extends Peer {
    private final int port;
    private ModbusTcpServer server;

    OnTcp() throws IOException {
      server = new ModbusTcpServer(0, units(), clock);
      port = server.port();
    }

    @Override
    String link() {
      return "tcp://127.0.0.1:" + port;
    }

    @Override
    ModbusFaults faults() {
      return server.faults();
    }

    @Override
    void breakLink() {
      server.close();
    }

    @Override
    void restoreLink() throws IOException {
      server = new ModbusTcpServer(port, units(), clock);
    }

    @Override
    ModbusFault garbling() {
      return ModbusFault.WRONG_UNIT;
    }

    @Override
    public void close() {
      server.close();
      super.close();
    }
  }

  static final class OnPty extends Peer {
    private final PtyPipe pipe;
    private final ModbusRtuSlave slave;

    OnPty(Path folder) throws IOException {
      pipe = new PtyPipe(folder.resolve("ttyModbus"));
      pipe.open();
      slave = new ModbusRtuSlave(clock, pipe, units());
      slave.start();
    }

    @Override
    String link() {
      return "serial:" + pipe.address() + "?19200,8N1";
    }

    @Override
    ModbusFaults faults() {
      return slave.faults();
    }

    @Override
    void breakLink() {
      pipe.unplug();
    }

    @Override
    void restoreLink() throws IOException {
      pipe.replug();
    }

    @Override
    ModbusFault garbling() {
      return ModbusFault.WRONG_CRC;
    }

    @Override
    public void close() {
      slave.close();
      pipe.close();
      super.close();
    }
  }
}
