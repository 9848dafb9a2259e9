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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two lanes of the shipped gateway: into a closed system and out of it, with a kill between. */
@Tag("felix")
class ClosedTollSiteTest {

  private static final SimulatedTag TAG = SimulatedTag.of(TollSite.TAG);

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();

  @Test
  void whoCameInBeforeTheGatewayWasKilledPaysForItsWayWhenItLeaves(@TempDir Path folder)
      throws Exception {
    TollSite site = new TollSite(folder);
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
    try (RealRigClock clock = new RealRigClock();
        LlrpReader in = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        LlrpReader out = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 2 * ClosedTollSite.LINES);
        RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      Path document =
          site.write(ClosedTollSite.document(in.port(), out.port(), gpio.root(), broker.address()));
      Path incoming = state.resolve("toll-lists-incoming");
      site.lay(incoming, ListType.ACCOUNTS, 1, List.of(TollSite.TAG + " 1 ok"));
      site.lay(incoming, ListType.BLOCKED, 1, List.of());
      try (CentralSubscriber centre =
          CentralSubscriber.start(
              CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
              stored::add)) {
        try (GatewayProcess gateway = start(document, state, folder.resolve("first.log"))) {
          ready(gateway, state, in, out);
          new LaneDrive(gateway, new ControlSocket(state), gpio, in, "lane-in", 0).through(TAG);
          until("the entry is at the centre", () -> passages().size() == 1, gateway);
          LaneDrive.after(
              4_000); // until then the tag counts as that of the vehicle that has just left
          // In already: a second entry is held until it has left.
          gpio.input(TollSite.L1, true);
          until("it is held", () -> held(in, state), gateway);
          assertThat(gpio.on(TollSite.RAISE)).isFalse();
          gateway.kill();
        }
        gpio.input(TollSite.L1, false);
        try (GatewayProcess gateway = start(document, state, folder.resolve("second.log"))) {
          ready(gateway, state, in, out);
          new LaneDrive(
                  gateway, new ControlSocket(state), gpio, out, "lane-out", ClosedTollSite.LINES)
              .through(TAG);
          until("the exit is at the centre", () -> passages().size() == 2, gateway);
          assertThat(gateway.stop(30_000)).isTrue();
        }
        assertThat(centre.counts().missing()).isZero();
      }
      Value.Fields entry = body(passages().get(0));
      Value.Fields exit = body(passages().get(1));
      assertThat(entry.get("payment")).isEqualTo(new Value.Text("entry"));
      assertThat(entry.get("role")).isEqualTo(new Value.Text("entry"));
      assertThat(exit.get("payment")).isEqualTo(new Value.Text("account"));
      assertThat(((Value.Fields) exit.get("fare")).get("minor"))
          .as("42.780 km at 1300, to the nearest thousand")
          .isEqualTo(new Value.Whole(56_000));
      Value.Fields used = (Value.Fields) exit.get("entry");
      assertThat(used.get("record")).isEqualTo(new Value.Text(passages().get(0).id().toString()));
      assertThat(used.get("source")).isEqualTo(new Value.Text("own-lane"));
      assertThat(overheard.problems()).isEmpty();
    }
  }

  private static GatewayProcess start(Path document, Path state, Path log) throws Exception {
    return GatewayProcess.start(ReleaseFolder.find(), document, state, log);
  }

  private static void ready(GatewayProcess gateway, Path state, LlrpReader in, LlrpReader out) {
    ControlSocket control = new ControlSocket(state);
    until("both radios are on", () -> in.transmitting() && out.transmitting(), gateway);
    for (String station : List.of("lists", "entries", "lane-in", "lane-out")) {
      until(station + " is well", () -> isWell(control, station), gateway);
    }
  }

  private static boolean isWell(ControlSocket control, String station) {
    String code = control.health().orElse(HealthReport.NONE).code("station." + station);
    return code.equals("ok") || code.equals("issuers-made-up");
  }

  private static boolean held(LlrpReader reader, Path state) throws Exception {
    reader.tagInField(TAG, 1, -52, 1);
    return new ControlSocket(state)
        .ask("command {\"target\":\"station.lane-in\",\"verb\":\"state\"}")
        .text()
        .contains("in-already");
  }

  private static void until(String what, Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private List<StoredRecord> passages() {
    return stored.stream().filter(record -> record.kind().equals("toll-passage/1")).toList();
  }

  private static Value.Fields body(StoredRecord record) throws GarbledData {
    Value.Fields envelope = (Value.Fields) Json.read(record.payload()).root();
    return (Value.Fields) envelope.get("body");
  }
}
