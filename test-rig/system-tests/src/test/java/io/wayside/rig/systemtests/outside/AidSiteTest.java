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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An aid in the shipped gateway whose lamp and photocell are at a Modbus module on TCP. */
@Tag("felix")
class AidSiteTest {

  private static final int LAMP = 0;
  private static final int CELL = 1;
  private static final int WATCHDOG = 90;

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();
  private final RegisterTable cells = new RegisterTable(100);

  @Test
  void aLampThatDoesNotShineIsSeenAtTheCentre(@TempDir Path folder) throws Exception {
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
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
        Patience.until(
            "its light is seen to be dark",
            () -> records("aid-report/1").stream().anyMatch(body -> body.contains("\"dark\"")),
            () -> gateway.output() + health(control));
        Patience.until(
            "it is heard by its own input",
            () -> records("aid-state/1").stream().anyMatch(body -> body.contains("\"heard\"")),
            gateway::output);
        assertThat(health(control).code("station.beacon-3")).isEqualTo("ok");
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(overheard.problems()).isEmpty();
    }
  }

  private List<String> records(String kind) {
    return stored.stream()
        .filter(record -> record.kind().equals(kind))
        .map(StoredRecord::payload)
        .toList();
  }

  private static HealthReport health(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE);
  }

  private static Value.Fields site(int port, String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "beacon-3")
                .and("tenant", "demo")
                .and("name", "Beacon 3")
                .build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices(port))
        .and("stations", Value.Fields.with("beacon-3", aid()).build())
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

  private static Value.Fields aid() {
    return Value.Fields.with("type", "aid")
        .and("aidName", "Đèn báo số 3")
        .and("mark", "RIGHT_BANK_BESIDE_SEA_CHANNEL")
        .and("footing", "FIXED")
        .and("convention", "QCVN_39")
        .and("chartedLatitude", "20.86521 deg")
        .and("chartedLongitude", "106.68312 deg")
        .and("character", "Iso R 2s")
        .and("lightInput", "lamp-1")
        .and("photocell", "cell-1")
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
        .and("lamp-1", contact(LAMP))
        .and("cell-1", contact(CELL))
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
