// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.scenarios.wire.WireCheck;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.IoModule;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter in the shipped gateway whose loops and lamp are at a Modbus module on TCP. */
@Tag("felix")
class ModbusSiteTest {

  private static final int LEAD = 0;
  private static final int TRAIL = 1;
  private static final int LAMP = 0;
  private static final int WATCHDOG = 90;
  private static final int TENTHS = 50;

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();
  private final RegisterTable cells = new RegisterTable(100);

  @Test
  void aVehicleOverLoopsAtAModuleIsCountedAtTheCentre(@TempDir Path folder) throws Exception {
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
    cells.coil(LAMP, true); // left so by whoever had the module before
    try (RealRigClock clock = new RealRigClock();
        IoModule module = new IoModule(cells, clock, WATCHDOG, IoModule.ANY_REQUEST);
        ModbusTcpServer server = new ModbusTcpServer(0, Map.of(1, module), clock);
        RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      Path document = folder.resolve("site.json");
      Files.writeString(document, Json.writeIndented(site(server.port(), broker.address())));
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        until("the counter is in order", () -> code(control, "station.lane-1"), gateway);
        until("the lamp is in order", () -> code(control, "device.lamp-1"), gateway);
        assertThat(cells.coil(LAMP)).as("the safe state at the start").isFalse();
        assertThat(cells.holding(WATCHDOG)).isEqualTo(TENTHS);

        presence(LEAD, true);
        presence(TRAIL, true);
        presence(LEAD, false);
        presence(TRAIL, false);
        Patience.until("it is at the centre", () -> !passages().isEmpty(), gateway::output);
        assertThat(passages().get(0).payload()).contains("\"forward\"");
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(overheard.problems()).isEmpty();
    }
  }

  /** For longer than a look, however busy the machine is with looking. */
  private void presence(int input, boolean on) {
    cells.discreteInput(input, on);
    long end = System.nanoTime() + 400_000_000L;
    Patience.until("400 ms", () -> System.nanoTime() - end >= 0, () -> "");
  }

  private List<StoredRecord> passages() {
    return stored.stream().filter(record -> record.kind().equals("count-passage/1")).toList();
  }

  private static void until(
      String what, java.util.concurrent.Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static boolean code(ControlSocket control, String id) throws IOException {
    return control.health().orElse(HealthReport.NONE).code(id).equals("ok");
  }

  private static Value.Fields site(int port, String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "count-1").and("tenant", "demo").and("name", "Lane 1").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices(port))
        .and(
            "stations",
            Value.Fields.with(
                    "lane-1",
                    Value.Fields.with("type", "loop-counter")
                        .and("leadContact", "loop-1")
                        .and("trailContact", "loop-2")
                        .build())
                .build())
        .and(
            "uplinks",
            Value.Fields.with(
                    "centre",
                    Value.Fields.with("type", "mqtt")
                        .and("brokers", List.of(new Value.Text(broker)))
                        .and("firstConnectWithin", "0 s")
                        .build())
                .build())
        .build();
  }

  private static Value.Fields devices(int port) {
    return Value.Fields.with(
            "io-1",
            Value.Fields.with("type", "modbus")
                .and("link", "tcp://127.0.0.1:" + port)
                .and("watchdogAddress", WATCHDOG)
                .and("watchdogValue", TENTHS)
                .build())
        .and("loop-1", contact(LEAD))
        .and("loop-2", contact(TRAIL))
        .and(
            "lamp-1",
            Value.Fields.with("type", "modbus-output")
                .and("moduleDevice", "io-1")
                .and("address", LAMP)
                .and("safeOn", false)
                .build())
        .build();
  }

  private static Value.Fields contact(int address) {
    return Value.Fields.with("type", "modbus-contact")
        .and("moduleDevice", "io-1")
        .and("address", address)
        .and("lookEvery", "10 ms")
        .and("blindAfter", "10 s")
        .build();
  }
}
