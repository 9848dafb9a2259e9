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
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.UdpPipe;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver of sentences in the shipped gateway, spoken to over UDP. */
@Tag("felix")
class NmeaSiteTest {

  @Test
  void aReceiverOfTheSiteHearsWhatIsSentToItsPort(@TempDir Path folder) throws Exception {
    int port = LoopbackPorts.free();
    Path document = folder.resolve("site.json");
    Path state = folder.resolve("state");
    Files.writeString(document, Json.writeIndented(site(port)));
    try (UdpPipe sounder =
            new UdpPipe(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        GatewayProcess gateway =
            GatewayProcess.start(
                ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
      sounder.open();
      ControlSocket control = new ControlSocket(state);
      Patience.until(
          "the receiver is in order",
          () -> {
            sounder.write(SentenceWriter.plain("SDDPT,5.10,0.40,"));
            return code(control).equals("ok");
          },
          gateway::output);

      assertThat(gateway.stop(30_000)).isTrue();
    }
  }

  private static String code(ControlSocket control) throws IOException {
    return control.health().orElse(HealthReport.NONE).code("device.sounder-1");
  }

  private static Value.Fields site(int port) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "aid-1").and("tenant", "demo").and("name", "Aid 1").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and(
            "devices",
            Value.Fields.with(
                    "sounder-1",
                    Value.Fields.with("type", "nmea-receiver")
                        .and("link", "udp://127.0.0.1:" + port)
                        .build())
                .build())
        .build();
  }
}
