// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.lantern.AtonStation;
import io.wayside.rig.simulators.lantern.Lamp;
import io.wayside.rig.simulators.lantern.MarineLantern;
import io.wayside.rig.simulators.lantern.SimulatedModem;
import io.wayside.rig.simulators.lantern.SmsNetwork;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterImage;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped gateway with lanterns in registers and by text message. */
@Tag("felix")
class LanternSiteTest {

  @Test
  void lanternsOfEveryKindAreInOrderAndTheirMapsCanBeTried(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("state");
    Lamp lamp = new Lamp();
    lamp.will(Lamp.Will.OFF); // left so by whoever had it before
    try (RealRigClock clock = new RealRigClock();
        MarineLantern lantern = new MarineLantern(clock, lamp, true);
        ModbusTcpServer server =
            new ModbusTcpServer(
                0, Map.<Integer, RegisterImage>of(1, lantern, 2, new AtonStation()), clock);
        PtyPipe pipe = new PtyPipe(folder.resolve("ttyModem"))) {
      pipe.open();
      lantern.writeHoldingRegisters(10, new int[] {2});
      SmsNetwork network = new SmsNetwork(clock, 1);
      Path document = folder.resolve("site.json");
      Files.writeString(document, Json.writeIndented(site(server.port(), pipe.address())));
      try (SimulatedModem modem = new SimulatedModem(clock, pipe, network, "+84900000001");
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        for (String device : List.of("device.lamp-1", "device.aton-1", "device.sms-1")) {
          Patience.until(device + " is in order", () -> isOk(control, device), gateway::output);
        }
        Patience.until("it shines by itself", lamp::isLit, gateway::output);
        assertThat(modem.kept()).isZero();

        assertThat(
                control.ask("command {\"target\":\"device.aton-1\",\"verb\":\"read-map\"}").text())
            .contains("AMEC")
            .contains("11492")
            .contains("11.492 V");
        assertThat(gateway.stop(30_000)).isTrue();
      }
    }
  }

  private static boolean isOk(ControlSocket control, String id) throws IOException {
    return control.health().orElse(HealthReport.NONE).code(id).equals("ok");
  }

  private static Value.Fields site(int port, String modem) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "buoys-1").and("tenant", "demo").and("name", "Buoys").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices(port, modem))
        .build();
  }

  private static Value.Fields devices(int port, String modem) {
    return Value.Fields.with("modbus-1", modbus(port, 1))
        .and("modbus-2", modbus(port, 2))
        .and(
            "lamp-1",
            Value.Fields.with("type", "modbus-lantern")
                .and("registersDevice", "modbus-1")
                .and("map", "example-lantern")
                .and("takesOrders", true)
                .build())
        .and(
            "aton-1",
            Value.Fields.with("type", "modbus-lantern")
                .and("registersDevice", "modbus-2")
                .and("map", "amec-aton")
                .build())
        .and(
            "sms-1",
            Value.Fields.with("type", "sms-lantern")
                .and("link", "serial:" + modem + "?115200,8N1")
                .and("texts", "texts-sealite")
                .and("lanterns", List.of(new Value.Text("buoy-7=+84901234567")))
                .and("askEvery", "0 s")
                .build())
        .build();
  }

  private static Value.Fields modbus(int port, int unit) {
    return Value.Fields.with("type", "modbus")
        .and("link", "tcp://127.0.0.1:" + port)
        .and("unit", unit)
        .build();
  }
}
