// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.simulators.talker.SentenceWriter;
import io.wayside.rig.simulators.talker.TransponderEar;
import io.wayside.rig.simulators.talker.TransponderEar.Taken;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.UdpPipe;
import io.wayside.rig.simulators.water.Megaphone;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped gateway hears of an aid over UDP and announces it by a transponder on a serial line.
 */
@Tag("felix")
class AnnouncerSiteTest {

  private static final int AID = 995_741_007;
  private static final int FAILED = 3;

  private final TransponderEar ear = new TransponderEar();
  private final Megaphone aid = new Megaphone();

  @Test
  void anAidThatFailsIsAnnouncedAsFailedAndBeforeThatAsUnknown(@TempDir Path folder)
      throws Exception {
    int port = LoopbackPorts.free();
    Path document = folder.resolve("site.json");
    Path state = folder.resolve("state");
    try (PtyPipe line = new PtyPipe(folder.resolve("ttyAIS"));
        UdpPipe air =
            new UdpPipe(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      line.open();
      air.open();
      Files.writeString(document, Json.writeIndented(site(line.address(), port)));
      try (GatewayProcess gateway =
          GatewayProcess.start(
              ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        Patience.until(
            "it is announced", () -> hears(line, 21), () -> gateway.output() + health(control));
        Taken first = last(21);
        assertThat(first.unsigned(8, 30)).isEqualTo(AID);
        assertThat(first.text(43, 20)).isEqualTo("DEN BIEN 7");
        assertThat(first.signed(164, 28)).isEqualTo(64_009_872);
        assertThat(first.signed(192, 27)).isEqualTo(12_519_126);
        assertThat(first.unsigned(253, 6)).as("placed by hand").isEqualTo(61);
        assertThat(first.unsigned(260, 8)).as("nothing is told of its state").isZero();
        assertThat(code(control)).isEqualTo("aid-unknown");

        Patience.until(
            "its failure is announced",
            () -> {
              air.write(aid.health(AID, 12.5, FAILED));
              return hears(line, 21) && last(21).unsigned(260, 8) == 0b111_00_11_1;
            },
            () -> gateway.output() + health(control));
        Patience.until(
            "its authority is told",
            () -> {
              line.write(SentenceWriter.plain("AIABK,005741001,A,6,0,3"));
              return hears(line, 6) && last(6).unsigned(16, 10) == 250;
            },
            () -> gateway.output() + health(control));
        assertThat(last(6).unsigned(48, 2)).as("light").isEqualTo(FAILED);
        assertThat(last(6).unsigned(50, 1)).as("alarm").isEqualTo(1);
        assertThat(last(6).fields()).contains("005741001");
        assertThat(ear.wrong()).isZero();
        Patience.until("all is told", () -> code(control).equals("ok"), gateway::output);

        line.unplug();
        Patience.until(
            "health says that nothing is sent",
            () -> code(control).equals("not-announced"),
            () -> gateway.output() + health(control));
        assertThat(gateway.stop(30_000)).isTrue();
      }
    }
  }

  /** Whether the transponder was told such a message. */
  private boolean hears(PtyPipe line, int type) {
    ear.hear(line.read());
    line.write(SentenceWriter.plain("AITXT,01,01,01,alive"));
    return ear.taken().stream().anyMatch(taken -> isOf(type, taken));
  }

  private Taken last(int type) {
    return ear.taken().stream()
        .filter(taken -> isOf(type, taken))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  private static boolean isOf(int type, Taken taken) {
    return taken.form().equals("MEB") ? type == 6 : taken.unsigned(0, 6) == type;
  }

  private static HealthReport health(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE);
  }

  private static String code(ControlSocket control) throws IOException {
    return health(control).code("station.talk-7");
  }

  private static Value.Fields site(String line, int port) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "light-7").and("tenant", "demo").and("name", "Light 7").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices(line, port))
        .and("stations", Value.Fields.with("light-7", aid()).and("talk-7", announcer()).build())
        .build();
  }

  private static Value.Fields devices(String line, int port) {
    return Value.Fields.with(
            "ais-1",
            Value.Fields.with("type", "nmea-receiver")
                .and("link", "udp://127.0.0.1:" + port)
                .and("silentAfter", "10 min")
                .build())
        .and(
            "tx-1",
            Value.Fields.with("type", "nmea-receiver")
                .and("link", "serial:" + line + "?38400,8N1")
                .and("silentAfter", "10 min")
                .and("announces", true)
                .build())
        .build();
  }

  /** It stands on the ground and measures no place. */
  private static Value.Fields aid() {
    return Value.Fields.with("type", "aid")
        .and("mark", "LANDMARK")
        .and("footing", "FIXED")
        .and("convention", "QCVN_20")
        .and("character", "Iso R 2s")
        .and("reports", List.of(new Value.Text("ais-1/mmsi:" + AID)))
        .build();
  }

  private static Value.Fields announcer() {
    return Value.Fields.with("type", "aid-announcer")
        .and("aid", "light-7")
        .and("transponder", "tx-1")
        .and("mmsi", AID)
        .and("kind", 5)
        .and("aidName", "DEN BIEN 7")
        .and("footing", "FIXED")
        .and("chartedLatitude", "20.86521 deg")
        .and("chartedLongitude", "106.68312 deg")
        .and("every", "10 s")
        .and("authority", 5_741_001)
        .and("authorityEvery", "10 s")
        .build();
  }
}
