// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
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
import io.wayside.rig.simulators.card.CountingCard;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.modbus.ModbusFault;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter in the shipped gateway whose detector card counts by itself, in registers on TCP. */
@Tag("felix")
class CardSiteTest {

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();

  @Test
  void whatACardCountedIsAtTheCentreAndSoIsWhatItCountedUnheard(@TempDir Path folder)
      throws Exception {
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
    CountingCard card = new CountingCard(65_534, 0);
    try (RealRigClock clock = new RealRigClock();
        ModbusTcpServer server = new ModbusTcpServer(0, Map.of(1, card.cells()), clock);
        RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      long began = System.nanoTime();
      Document site = new Document(folder.resolve("site.json"), server.port(), broker.address());
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), site.written(), state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        RigClock.Task running = runs(card, clock, began);
        until("the counter is in order", () -> code(control).equals("ok"), gateway);
        pass(card, 3);
        until("three are at the centre", () -> vehicles(false) == 3, gateway);

        server.faults().order(ModbusFault.SILENT, 1_000);
        until("the card is not heard", () -> code(control).equals("no-signal"), gateway);
        pass(card, 4);
        server.faults().clear();
        until("four late ones are at the centre", () -> vehicles(true) == 4, gateway);
        until("the counter is in order again", () -> code(control).equals("ok"), gateway);
        card.faulty(2);
        until("the loop's fault is at the centre", () -> !of("count-fault/1").isEmpty(), gateway);
        running.cancel();
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(overheard.problems()).isEmpty();
    }
    assertThat(of("count-fault/1").get(0).payload()).contains("\"shorted-loop\"");
    assertThat(vehicles(false)).isEqualTo(3);
  }

  /** The card's own clock goes on. */
  private static RigClock.Task runs(CountingCard card, RigClock clock, long began) {
    return clock.every(
        Duration.ofMillis(200),
        due -> card.runsFor((int) ((System.nanoTime() - began) / 1_000_000_000L)));
  }

  private static void pass(CountingCard card, int vehicles) {
    for (int i = 0; i < vehicles; i++) {
      card.passes(1, 300);
    }
  }

  private List<StoredRecord> of(String kind) {
    return stored.stream().filter(record -> record.kind().equals(kind)).toList();
  }

  /** Of all passages that are late, or of all that are not. */
  private long vehicles(boolean late) throws GarbledData {
    long vehicles = 0;
    for (StoredRecord record : of("count-passage/1")) {
      Node body = Node.read("record", record.payload()).member("body");
      if (body.member("late").truth() == late) {
        vehicles += body.member("vehicles").whole(1, 1_000);
      }
    }
    return vehicles;
  }

  private static void until(String what, Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static String code(ControlSocket control) throws IOException {
    return control.health().orElse(HealthReport.NONE).code("station.lane-1");
  }

  /** The site's document. */
  private record Document(Path file, int port, String broker) {

    Path written() throws IOException {
      return Files.writeString(file, Json.writeIndented(site()));
    }

    private Value.Fields site() {
      return Value.Fields.with(
              "gateway",
              Value.Fields.with("id", "count-1").and("tenant", "demo").and("name", "Lane").build())
          .and("journal", Value.Fields.with("quota", "256 MiB").build())
          .and(
              "devices",
              Value.Fields.with(
                      "modbus-1",
                      Value.Fields.with("type", "modbus")
                          .and("link", "tcp://127.0.0.1:" + port)
                          .and("answerWithin", "1 s") // however busy the machine is
                          .build())
                  .and(
                      "card-1",
                      Value.Fields.with("type", "detector-card")
                          .and("registersDevice", "modbus-1")
                          .and("profile", "example-counters")
                          .build())
                  .build())
          .and(
              "stations",
              Value.Fields.with(
                      "lane-1",
                      Value.Fields.with("type", "card-counter")
                          .and("cardDevice", "card-1")
                          .and("intervals", List.of(new Value.Text("1m")))
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
  }
}
