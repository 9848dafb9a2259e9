// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
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
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Patience;
import io.wayside.tolling.book.ListType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A toll lane in the shipped gateway: a reader on a socket, loops and barrier as lines. */
@Tag("felix")
class TollSiteTest {

  private static final SimulatedTag TAG = SimulatedTag.of(TollSite.TAG);

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();

  @Test
  void aVehicleWithAKnownTagPassesAndItsChargeReachesTheCentre(@TempDir Path folder)
      throws Exception {
    TollSite site = new TollSite(folder);
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      Path document = site.write(reader.port(), gpio.root(), broker.address());
      Path incoming = state.resolve("toll-lists-incoming");
      site.lay(incoming, ListType.ACCOUNTS, 1, List.of(TollSite.TAG + " 1 ok"));
      site.lay(incoming, ListType.BLOCKED, 1, List.of());
      gpio.input(TollSite.L3, true); // something stands under the arm when the power comes back
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        until("the radio is on", reader::transmitting, gateway);
        until("lists are in force", () -> code(control).equals("ok"), gateway);
        assertThat(gpio.takeOnOnce(TollSite.LOWER)).as("lowered on the occupied loop").isFalse();
        gpio.input(TollSite.L3, false);
        until("the barrier is asked to close", () -> gpio.on(TollSite.LOWER), gateway);
        assertThat(gpio.on(TollSite.RED)).isTrue();

        gpio.input(TollSite.L1, true);
        until("the barrier rises", () -> heard(reader, gpio), gateway);
        assertThat(gpio.on(TollSite.LOWER)).isFalse();
        until("the light is green", () -> gpio.on(TollSite.GREEN), gateway);
        gpio.takeOnOnce(TollSite.LOWER);
        gpio.input(TollSite.L3, true); // longer than from loop to loop: a slow machine sees no gap
        LaneDrive.after(300);
        gpio.input(TollSite.L1, false);
        LaneDrive.after(300);
        assertThat(gpio.takeOnOnce(TollSite.LOWER)).as("lowered on the vehicle").isFalse();
        gpio.input(TollSite.L3, false);
        until("the charge is at the centre", () -> !of("toll-passage/1").isEmpty(), gateway);
        until("the barrier is asked to close", () -> gpio.on(TollSite.LOWER), gateway);

        Value.Fields passage = body(of("toll-passage/1").get(0));
        assertThat(passage.get("payment")).isEqualTo(new Value.Text("account"));
        assertThat(passage.get("grant"))
            .isEqualTo(new Value.Whole(of("toll-grant/1").get(0).id().sequence()));
        assertThat(commanded(control, "state")).contains("\"charged\":1");
        assertThat(commanded(control, "maintain")).contains("reason-missing");
        assertThat(commanded(control, "close")).contains("\"done\"");
        until("the radio is off", () -> !reader.transmitting(), gateway);
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(gpio.on(TollSite.RAISE)).isFalse();
        assertThat(gpio.on(TollSite.LOWER)).as("an arm that stays where it is").isFalse();
        assertThat(gpio.on(TollSite.RED)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(overheard.problems()).isEmpty();
    }
  }

  private static boolean heard(LlrpReader reader, GpioFolder gpio) {
    reader.tagInField(TAG, 1, -52, 1);
    return gpio.on(TollSite.RAISE);
  }

  private static void until(
      String what, java.util.concurrent.Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static String code(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE).code("station.lane-1");
  }

  private static String commanded(ControlSocket control, String verb) throws IOException {
    return control.ask("command {\"target\":\"station.lane-1\",\"verb\":\"" + verb + "\"}").text();
  }

  private static Value.Fields body(StoredRecord record) throws GarbledData {
    Value.Fields envelope = (Value.Fields) Json.read(record.payload()).root();
    return (Value.Fields) envelope.get("body");
  }

  private List<StoredRecord> of(String kind) {
    return stored.stream().filter(record -> record.kind().equals(kind)).toList();
  }
}
