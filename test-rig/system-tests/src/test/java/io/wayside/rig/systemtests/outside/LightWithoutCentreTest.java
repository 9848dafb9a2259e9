// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.IoModule;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A light that the centre ordered dark, and whose broker then goes away: it fails lit. */
@Tag("felix")
class LightWithoutCentreTest {

  private static final String GATEWAY = "span-3";
  private static final String STATION = "station.span-3";
  private static final int LAMP = 0;
  private static final int WATCHDOG = 90;
  private static final int LEASE_S = 3_600;

  private final RegisterTable cells = new RegisterTable(100);
  private int orders;
  private String answered = "";

  @Test
  void anOrderOfTheCentreEndsWhenThereIsNoWayToTheCentre(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("state");
    RigBroker broker = new RigBroker(LoopbackPorts.free(), folder);
    try (RealRigClock clock = new RealRigClock();
        IoModule module = new IoModule(cells, clock, WATCHDOG, IoModule.ANY_REQUEST);
        ModbusTcpServer server = new ModbusTcpServer(0, Map.of(1, module), clock)) {
      Path document = folder.resolve("site.json");
      Files.writeString(document, Json.writeIndented(site(server.port(), broker.address())));
      try (GatewayProcess gateway =
          GatewayProcess.start(
              ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        Supplier<String> said = () -> answered + gateway.output() + health(control);
        Patience.until("the lamp is lit at the start", () -> cells.coil(LAMP), said);
        Patience.until("it is connected", () -> isOk(control, "uplink.centre"), said);
        try (broker;
            Dispatcher centre = new Dispatcher(broker.address(), GATEWAY)) {
          Patience.until("an order is taken", () -> orderDark(centre), said);
          Patience.until("the lamp is dark", () -> !cells.coil(LAMP), said);
        }
        Patience.until("the lamp is lit again", () -> cells.coil(LAMP), said);
      }
    }
  }

  private static boolean isOk(ControlSocket control, String part) {
    return health(control).parts().containsKey(part) && health(control).code(part).equals("ok");
  }

  /** Refused while the station comes up. */
  private boolean orderDark(Dispatcher centre) throws Exception {
    orders++;
    Value.Fields lease = Value.Fields.with("leaseS", LEASE_S).build();
    Value.Fields answer = centre.command("dark-" + orders, STATION, "dark", lease, 600);
    answered = answer.toString();
    return answer.get("code").equals(new Value.Text("done"));
  }

  private static HealthReport health(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE);
  }

  private static Value.Fields site(int port, String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", GATEWAY).and("tenant", "demo").and("name", "Span 3").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices(port))
        .and("stations", Value.Fields.with("span-3", aid()).build())
        .and(
            "uplinks",
            Value.Fields.with(
                    "centre",
                    Value.Fields.with("type", "mqtt")
                        .and("brokers", List.of(new Value.Text(broker)))
                        .and("firstConnectWithin", "0 s")
                        .and("commandsFrom", "broker-acl")
                        .and("commandsWithoutClock", true)
                        .and("commandPermissions", List.of(new Value.Text("MAINTAIN")))
                        .build())
                .build())
        .build();
  }

  private static Value.Fields aid() {
    return Value.Fields.with("type", "aid")
        .and("aidName", "Khoang thông thuyền số 3")
        .and("mark", "BRIDGE_SPAN")
        .and("footing", "FIXED")
        .and("convention", "QCVN_39")
        .and("character", "Iso R 2s")
        .and("lanternDevice", "lamp-1")
        .and("centreGoneAfter", "5 s")
        .build();
  }

  private static Value.Fields devices(int port) {
    return Value.Fields.with(
            "io-1",
            Value.Fields.with("type", "modbus")
                .and("link", "tcp://127.0.0.1:" + port)
                .and("watchdogAddress", WATCHDOG)
                .and("watchdogValue", 50)
                .build())
        .and(
            "lamp-1",
            Value.Fields.with("type", "modbus-output")
                .and("moduleDevice", "io-1")
                .and("address", LAMP)
                .and("safeOn", true)
                .build())
        .build();
  }
}
