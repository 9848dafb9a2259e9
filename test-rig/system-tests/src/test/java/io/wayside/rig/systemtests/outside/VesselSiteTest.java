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
import io.wayside.rig.simulators.talker.SentenceWriter;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.UdpPipe;
import io.wayside.rig.simulators.water.Megaphone;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line over the water in the shipped gateway; a vessel that tells where it is passes it. */
@Tag("felix")
class VesselSiteTest {

  private static final int VESSEL = 574_123_456;
  private static final double LATITUDE = 20.9445;
  private static final double LINE_LONGITUDE = 106.3562;
  private static final double METRES_A_DEGREE = 111_320 * Math.cos(Math.toRadians(LATITUDE));
  private static final double SPEED_MPS = 10;

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();
  private final Megaphone megaphone = new Megaphone();

  @Test
  void aVesselThatPassesIsCountedAtTheCentre(@TempDir Path folder) throws Exception {
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    int port = LoopbackPorts.free();
    Path state = folder.resolve("state");
    try (UdpPipe air =
            new UdpPipe(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      air.open();
      broker.overhear(overheard);
      Path document = folder.resolve("site.json");
      Files.writeString(document, Json.writeIndented(site(port, broker.address())));
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        Patience.until(
            "a receiver that nobody speaks to is named",
            () -> code(control).equals("no-receiver"),
            gateway::output);
        Patience.until(
            "a receiver that hears no vessel is not missed",
            () -> {
              air.write(SentenceWriter.plain("AITXT,01,01,01,alive"));
              return code(control).equals("no-vessel-yet");
            },
            gateway::output);
        air.write(megaphone.cargoVessel(VESSEL, "PHU LUONG 27"));
        long begin = System.nanoTime();
        Patience.until(
            "its passage is at the centre",
            () -> {
              sails(air, begin);
              return !passages().isEmpty();
            },
            gateway::output);
        assertThat(code(control)).isEqualTo("ok");
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(passages()).hasSize(1);
      assertThat(passages().get(0))
          .contains("mmsi:" + VESSEL)
          .contains("PHU LUONG 27")
          .contains("\"downstream\"")
          .contains("\"cargo\"");
      assertThat(overheard.problems()).isEmpty();
    }
  }

  /** From 50 m west of the line eastwards, as fast as time really goes. */
  private void sails(UdpPipe air, long beginNanos) {
    double metres = SPEED_MPS * (System.nanoTime() - beginNanos) / 1e9 - 50;
    double longitude = LINE_LONGITUDE + metres / METRES_A_DEGREE;
    air.write(megaphone.vessel(VESSEL, LATITUDE, longitude, SPEED_MPS * 1.944, 90));
  }

  private List<String> passages() {
    return stored.stream()
        .filter(record -> record.kind().equals("vessel-passage/1"))
        .map(StoredRecord::payload)
        .toList();
  }

  private static String code(ControlSocket control) throws IOException {
    return control.health().orElse(HealthReport.NONE).code("station.bridge-1");
  }

  private static Value.Fields site(int port, String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "bridge-1")
                .and("tenant", "demo")
                .and("name", "Cầu Phú Lương")
                .build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and(
            "devices",
            Value.Fields.with(
                    "ais-1",
                    Value.Fields.with("type", "nmea-receiver")
                        .and("link", "udp://127.0.0.1:" + port)
                        .and("silentAfter", "10 min")
                        .build())
                .build())
        .and("stations", Value.Fields.with("bridge-1", line()).build())
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

  /** From south to north: what goes east goes to the right. */
  private static Value.Fields line() {
    return Value.Fields.with("type", "vessel-line")
        .and("receivers", List.of(new Value.Text("ais-1")))
        .and("fromLatitude", "20.9427 deg")
        .and("fromLongitude", LINE_LONGITUDE + " deg")
        .and("toLatitude", "20.9463 deg")
        .and("toLongitude", LINE_LONGITUDE + " deg")
        .and("toRight", "downstream")
        .and("toLeft", "upstream")
        .and("clear", "10 m")
        .build();
  }
}
