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
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Figures;
import io.wayside.rig.systemtests.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded minute of traffic over strips, through the shipped gateway, to the centre. */
@Tag("felix")
class MotionSiteTest {

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();

  @Test
  void aLaneOfStripsWeighsWhatPassedAndSaysWithWhatItWasWeighed(@TempDir Path folder)
      throws Exception {
    MotionLane lane = new MotionLane(folder, 3);
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    try (RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      Path site = lane.write(broker.address());
      List<TrueVehicle> truth = lane.vehicles();
      assertThat(truth).as("traffic of the recording").hasSizeGreaterThan(3);
      Path state = folder.resolve("state");
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(
                  ReleaseFolder.find(), site, state, folder.resolve("gateway.log"))) {
        Patience.until(
            "the centre has " + truth.size() + " vehicles and the parameters",
            () ->
                of("weighing-in-motion/1").size() >= truth.size()
                    && !of("parameter-change/1").isEmpty(),
            () -> of("weighing-in-motion/1").size() + " vehicles\n" + gateway.output());
        HealthReport health = new ControlSocket(state).health().orElse(HealthReport.NONE);
        assertThat(health.parts().keySet()).contains("device.adc-1", "station.lane-1");
        assertThat(centre.counts().missing()).isZero();
      }
      compare(truth);
      assertThat(overheard.problems()).isEmpty();
      assertThat(overheard.messages().keySet())
          .contains("weighing-in-motion", "parameter-change", "weighing-gap");
    }
  }

  private void compare(List<TrueVehicle> truth) throws GarbledData {
    Value.Fields parameters = body(of("parameter-change/1").get(0));
    List<Double> errors = new ArrayList<>();
    List<StoredRecord> weighed = of("weighing-in-motion/1");
    List<TrueVehicle> unmatched = new ArrayList<>(truth);
    for (StoredRecord record : weighed) {
      Value.Fields body = body(record);
      assertThat(body.get("parameters")).isEqualTo(parameters.get("hash"));
      assertThat(body.get("forEnforcement")).isEqualTo(new Value.Truth(false));
      assertThat(body.get("against").toString()).contains("simulated", "not-sealed");
      assertThat(body.get("class")).isInstanceOf(Value.Fields.class);
      assertThat(((Value.Fields) body.get("decision")).get("pack")).isEqualTo(new Value.Text("vn"));
      int axles = ((Value.Many) body.get("axles")).values().size();
      double gross = ((Value.Real) body.get("grossN")).value();
      TrueVehicle nearest =
          unmatched.stream()
              .filter(vehicle -> vehicle.axles().size() == axles)
              .min(Comparator.comparingDouble(vehicle -> Math.abs(vehicle.grossN() - gross)))
              .orElse(null);
      if (nearest != null && Math.abs(nearest.grossN() - gross) < 0.15 * gross) {
        unmatched.remove(nearest);
        errors.add(100 * (gross - nearest.grossN()) / nearest.grossN());
      }
    }
    Value.Fields last = body(weighed.get(weighed.size() - 1));
    assertThat(last.get("software")).isEqualTo(parameters.get("software"));
    assertThat(last.get("eventCounter")).isEqualTo(new Value.Whole(1));
    assertThat(last.get("against").toString()).doesNotContain("parameters-unrecorded");
    assertThat(unmatched).as("vehicles without a weighing of their axles and weight").isEmpty();
    Figures.note("motion lane: %d vehicles, gross errors in percent %s", truth.size(), errors);
  }

  private static Value.Fields body(StoredRecord record) throws GarbledData {
    Value.Fields envelope = (Value.Fields) Json.read(record.payload()).root();
    return (Value.Fields) envelope.get("body");
  }

  private List<StoredRecord> of(String kind) {
    return stored.stream().filter(record -> record.kind().equals(kind)).toList();
  }
}
