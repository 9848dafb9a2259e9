// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.ModbusFaults;
import io.wayside.rig.simulators.modbus.ModbusRtuSlave;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterImage;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** A simulated device as unit 1, on TCP or on a pseudo-terminal. */
abstract sealed class Wire<R extends RegisterImage> implements AutoCloseable {

  final RealRigClock clock = new RealRigClock();
  final R device;

  Wire(Function<RealRigClock, R> making) {
    this.device = making.apply(clock);
  }

  abstract String link();

  abstract ModbusFaults faults();

  abstract void breakLink();

  abstract void restoreLink();

  @Override
  public void close() {
    clock.close();
  }

  static final class OnTcp<R extends RegisterImage> extends Wire<R> {
    private final int port;
    private ModbusTcpServer server;

    OnTcp(Function<RealRigClock, R> making) throws IOException {
      super(making);
      server = new ModbusTcpServer(0, Map.of(1, device), clock);
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
    void restoreLink() {
      try {
        server = new ModbusTcpServer(port, Map.of(1, device), clock);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      server.close();
      super.close();
    }
  }

  static final class OnPty<R extends RegisterImage> extends Wire<R> {
    private final PtyPipe pipe;
    private final ModbusRtuSlave slave;

    OnPty(Path folder, Function<RealRigClock, R> making) throws IOException {
      super(making);
      pipe = new PtyPipe(folder.resolve("ttyLantern"));
      pipe.open();
      slave = new ModbusRtuSlave(clock, pipe, Map.of(1, device));
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
    void restoreLink() {
      try {
        pipe.replug();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      slave.close();
      pipe.close();
      super.close();
    }
  }
}
