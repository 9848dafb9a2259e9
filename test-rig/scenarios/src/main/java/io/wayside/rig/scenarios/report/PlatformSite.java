// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.Value.Fields;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.LightCurtain;
import io.wayside.rig.simulators.motion.sensor.Platform;
import io.wayside.rig.simulators.motion.sensor.Probe;
import java.util.ArrayList;
import java.util.List;

/** The document of a platform, as it is on a simulated site, with the data sheet's constants. */
final class PlatformSite {

  /** e of a vehicle scale of 80 t, and its Max. */
  private static final double INTERVAL_KG = 20;

  private static final double MOST_KG = 80_000;

  /** How thick a curtain's beam is taken to be. */
  private static final double BEAM_M = 0.1;

  private PlatformSite() {}

  static Fields nominal(MotionSite site) {
    Platform platform = StripSite.all(site, Platform.class).findFirst().orElseThrow();
    List<Fields> loops = new ArrayList<>();
    StripSite.all(site, InductiveLoop.class)
        .forEach(loop -> loops.add(contact(loop.name(), loop.fromM(), loop.toM(), platform)));
    StripSite.all(site, LightCurtain.class)
        .forEach(
            beam ->
                loops.add(
                    contact(
                        beam.name(), beam.atM() - BEAM_M / 2, beam.atM() + BEAM_M / 2, platform)));
    return Fields.with("instrument", "simulated")
        .and("kind", "platform")
        .and("lengthM", platform.lengthM())
        .and("cells", platform.probes().stream().map(PlatformSite::cell).toList())
        .and("scaleIntervalKg", INTERVAL_KG)
        .and("maxKg", MOST_KG)
        .and("mode", "group")
        .and("naturalHz", platform.naturalHz())
        .and("dampingRatio", platform.dampingRatio())
        .and("loops", loops)
        .build();
  }

  private static Fields contact(String name, double fromM, double toM, Platform platform) {
    return Fields.with("contact", name)
        .and("fromM", fromM - platform.fromM())
        .and("toM", toM - platform.fromM())
        .build();
  }

  private static Fields cell(Probe probe) {
    return Fields.with("channel", probe.channel())
        .and("newtonsPerUnit", 1 / probe.electronics().gain())
        .and("offset", probe.electronics().offset())
        .and("side", probe.channel().endsWith("left") ? "left" : "right")
        .build();
  }
}
