// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A car park and a ticket gate in a real gateway, killed while a vehicle is inside. */
@Tag("felix")
class ParkingSiteTest {

  private static final String TICKET = "\"arguments\":{\"ticket\":\"t1\"}";

  @Test
  void aStayOutlivesAKillAndATapOpensTheFlaps(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("state");
    try (GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), ParkingSite.LINES);
        ServerSocket cards = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path document = ParkingSite.write(folder, gpio.root(), cards.getLocalPort());
      try (GatewayProcess gateway = start(document, state, folder);
          Socket first = cards.accept()) {
        assertThat(first.isConnected()).as("the reader's line").isTrue();
        ControlSocket control = new ControlSocket(state);
        until("the entry works", () -> isOk(control, "station.in-1"), gateway);
        gpio.input(ParkingSite.IN_L1, true);
        until("the ticket lets in", () -> shown(control, "in-1").contains("admitted"), gateway);
        until("the barrier rises", () -> gpio.on(ParkingSite.IN_RAISE), gateway);
        gpio.takeOnOnce(ParkingSite.IN_LOWER);
        gpio.input(ParkingSite.IN_L3, true);
        until("it stands on both loops", () -> told(control, "in-1").contains("passing"), gateway);
        gpio.input(ParkingSite.IN_L1, false);
        assertThat(gpio.takeOnOnce(ParkingSite.IN_LOWER)).as("lowered on the vehicle").isFalse();
        gpio.input(ParkingSite.IN_L3, false);
        until("it is inside", () -> told(control, "p1").contains("\"inside\":1"), gateway);
        gateway.kill();
      }
      try (GatewayProcess gateway = start(document, state, folder);
          Socket reader = cards.accept()) {
        ControlSocket control = new ControlSocket(state);
        until("the exit works", () -> isOk(control, "station.out-1"), gateway);
        assertThat(told(control, "p1")).contains("\"inside\":1").contains("\"stays\":1");
        assertThat(asked(control, "p1", "quote", TICKET)).contains("in-1/1");
        gpio.input(ParkingSite.OUT_L1, true);
        until("the ticket lets out", () -> shown(control, "out-1").contains("pass"), gateway);
        until("the barrier rises", () -> gpio.on(ParkingSite.OUT_RAISE), gateway);
        gpio.input(ParkingSite.OUT_L3, true);
        until("it passes", () -> told(control, "out-1").contains("passing"), gateway);
        gpio.input(ParkingSite.OUT_L1, false);
        gpio.input(ParkingSite.OUT_L3, false);
        until("nobody is inside", () -> told(control, "p1").contains("\"inside\":0"), gateway);

        until("the gate works", () -> isOk(control, "station.gate-1"), gateway);
        until("the flaps are shut", () -> !gpio.on(ParkingSite.FLAPS), gateway);
        gpio.takeOnOnce(ParkingSite.FLAPS); // open while nobody told them anything
        reader.getOutputStream().write(sentence("TAP,in,00112233445566778899"));
        until("the flaps open", () -> gpio.takeOnOnce(ParkingSite.FLAPS), gateway);
        until(
            "the tap is counted", () -> told(control, "gate-1").contains("\"allowed\":1"), gateway);
        assertThat(asked(control, "gate-1", "hold-open", "\"reason\":\"\""))
            .contains("reason-missing");
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(gpio.on(ParkingSite.FLAPS)).as("open when the gateway is away").isTrue();
        assertThat(gpio.on(ParkingSite.IN_LOWER)).isFalse();
      }
    }
  }

  private static GatewayProcess start(Path document, Path state, Path folder) throws Exception {
    return GatewayProcess.start(
        ReleaseFolder.find(), document, state, folder.resolve("gateway.log"));
  }

  private static byte[] sentence(String text) {
    int sum = text.chars().reduce(0, (a, b) -> a ^ b);
    return ("$" + text + "*" + String.format("%02x", sum) + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isOk(ControlSocket control, String id) {
    return control.health().orElse(HealthReport.NONE).code(id).equals("ok");
  }

  private static String shown(ControlSocket control, String station) throws IOException {
    return asked(control, station, "identify", TICKET);
  }

  private static String told(ControlSocket control, String station) throws IOException {
    return asked(control, station, "state", "\"reason\":\"\"");
  }

  private static String asked(ControlSocket control, String station, String verb, String more)
      throws IOException {
    return control
        .ask(
            "command {\"target\":\"station."
                + station
                + "\",\"verb\":\""
                + verb
                + "\","
                + more
                + "}")
        .text();
  }

  private static void until(String what, Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }
}
