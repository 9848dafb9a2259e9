// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.ModbusRtuSlave;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.modbus.RegisterTable.WordOrder;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./wayside rig modbus}: a weighing transmitter on TCP or a serial line. */
public final class ModbusVerb {

  static final String USAGE =
      """
      ./wayside rig modbus [--port N | --pty PATH] [--unit N] [--order ABCD] [--duration TIME]

      Serves a simulated weighing transmitter until Ctrl-C. Holding and input registers alike:
      0 and 1 gross in kg as a signed number, 2 and 3 the same as a float, 4 status (bit 0 at
      rest). A load of 12000 kg comes and goes every ten seconds.

        --port N         TCP port on the loopback address, 0 takes a free one (default 1502)
        --pty PATH       RTU on a serial line under this path
        --unit N         unit, 1 to 247 (default 1)
        --order ORDER    ABCD, CDAB, BADC or DCBA: how 32 bits lie in two registers (ABCD)
        --duration TIME  ends by itself after 30s, 5m, 1h (default never)

      exit status: 0 told to stop, 1 cannot be served, 2 wrong usage
      """;

  private static final Map<String, WordOrder> ORDERS =
      Map.of(
          "ABCD", WordOrder.HIGH_FIRST,
          "CDAB", WordOrder.LOW_FIRST,
          "BADC", WordOrder.HIGH_FIRST_BYTES_SWAPPED,
          "DCBA", WordOrder.LOW_FIRST_BYTES_SWAPPED);

  private ModbusVerb() {}

  /** Returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws Exception {
    return new Service(
            USAGE, Set.of("--port", "--pty", "--unit", "--order", "--duration"), ModbusVerb::serve)
        .run(arguments, out, errors);
  }

  private static Served serve(DeviceOptions options) throws IOException, DeviceOptions.Wrong {
    int unit = options.number("--unit", 1, 1, 247);
    int port = options.number("--port", 1502, 0, 65_535);
    WordOrder order = ORDERS.get(options.text("--order").orElse("ABCD"));
    if (order == null) {
      throw new DeviceOptions.Wrong("--order wants ABCD, CDAB, BADC or DCBA");
    }
    if (options.text("--pty").isPresent() && options.text("--port").isPresent()) {
      throw new DeviceOptions.Wrong("--port and --pty exclude each other");
    }
    RegisterTable table = new RegisterTable(100);
    RealRigClock clock = new RealRigClock();
    clock.every(Duration.ofMillis(100), nanos -> weigh(nanos, table, order));
    Map<Integer, RegisterTable> units = Map.of(unit, table);
    try {
      return options.text("--pty").isPresent()
          ? serial(Path.of(options.text("--pty").get()), units, clock)
          : network(port, units, clock);
    } catch (IOException e) {
      clock.close();
      throw e;
    }
  }

  /** Five seconds empty, five seconds 12 t. */
  private static void weigh(long nanos, RegisterTable table, WordOrder order) {
    int grossKg = nanos / 5_000_000_000L % 2 == 1 ? 12_000 : 0;
    table.holdingInt(0, grossKg, order);
    table.inputInt(0, grossKg, order);
    table.holdingFloat(2, grossKg, order);
    table.inputFloat(2, grossKg, order);
    table.holding(4, 1);
    table.input(4, 1);
  }

  private static Served network(int port, Map<Integer, RegisterTable> units, RealRigClock clock)
      throws IOException {
    ModbusTcpServer server = new ModbusTcpServer(port, units, clock);
    return new Served(
        "modbus at 127.0.0.1:" + server.port() + ", unit " + units.keySet(),
        () -> {
          server.close();
          clock.close();
        });
  }

  private static Served serial(Path path, Map<Integer, RegisterTable> units, RealRigClock clock)
      throws IOException {
    PtyPipe pipe = new PtyPipe(path);
    pipe.open();
    ModbusRtuSlave slave = new ModbusRtuSlave(clock, pipe, units);
    slave.start();
    return new Served(
        "modbus at " + pipe.address() + ", unit " + units.keySet(),
        () -> {
          slave.close();
          clock.close();
          pipe.close();
        });
  }
}
