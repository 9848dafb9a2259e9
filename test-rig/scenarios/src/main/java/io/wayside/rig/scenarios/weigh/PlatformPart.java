// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value.Fields;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.LightCurtain;
import io.wayside.rig.simulators.motion.sensor.Platform;
import io.wayside.rig.simulators.motion.sensor.Probe;
import java.util.ArrayList;
import java.util.List;

/** What the document of a platform says beyond its head. */
final class PlatformPart {

  static final double NEWTONS_PER_KG = 9.80665;

  /** Cells are sold for 2 mV/V at their capacity. */
  private static final double AT_CAPACITY = 2;

  /** e of vehicle scales of 60 to 80 t, and the most such a scale is approved for. */
  static final double INTERVAL_KG = 20;

  private static final double MOST_KG = 80_000;

  /** A light beam is that thick. */
  private static final double BEAM_M = 0.1;

  private PlatformPart() {}

  static Fields of(FieldsBuilder document, MotionSite site, SiteDocument.Contacts contacts) {
    Platform platform = SiteDocument.all(site, Platform.class).findFirst().orElseThrow();
    List<Probe> probes = platform.probes();
    double capacityKg =
        probes.size() * AT_CAPACITY / platform.electronics().gain() / NEWTONS_PER_KG;
    document
        .and("lengthM", platform.lengthM())
        .and("widthM", platform.widthM())
        .and("cells", probes.stream().map(probe -> cell(platform, probe)).toList())
        .and("scaleIntervalKg", INTERVAL_KG)
        .and("maxKg", Math.min(MOST_KG, Math.rint(capacityKg)))
        .and("mode", "group")
        .and("naturalHz", platform.naturalHz())
        .and("dampingRatio", platform.dampingRatio());
    List<Fields> loops = new ArrayList<>();
    SiteDocument.all(site, InductiveLoop.class)
        .forEach(
            loop -> loops.add(contact(loop.name(), loop.fromM(), loop.toM(), platform, contacts)));
    SiteDocument.all(site, LightCurtain.class)
        .forEach(
            curtain ->
                loops.add(
                    contact(
                        curtain.name(),
                        curtain.atM() - BEAM_M / 2,
                        curtain.atM() + BEAM_M / 2,
                        platform,
                        contacts)));
    if (!loops.isEmpty()) {
      document.and("loops", loops);
    }
    return document.build();
  }

  private static Fields contact(
      String name, double fromM, double toM, Platform platform, SiteDocument.Contacts contacts) {
    FieldsBuilder fields =
        contacts == SiteDocument.Contacts.TOLD
            ? Fields.with("contact", name)
            : Fields.with("channel", Quantum.contactChannel(name)).and("threshold", 0.5);
    return fields.and("fromM", fromM - platform.fromM()).and("toM", toM - platform.fromM()).build();
  }

  private static Fields cell(Platform platform, Probe probe) {
    Electronics electronics = probe.electronics();
    FieldsBuilder fields =
        Fields.with("channel", probe.channel())
            .and("newtonsPerUnit", 1 / electronics.gain())
            .and("offset", electronics.offset())
            .and("range", SiteDocument.pair(-electronics.clip(), Quantum.highest(electronics)));
    if (platform.sides() == 2) {
      String side = probe.channel().endsWith("left") ? "left" : "right";
      boolean corners = platform.rows() == 2;
      String end = probe.channel().contains(".1.") ? "front-" : "rear-";
      fields.and(corners ? "corner" : "side", corners ? end + side : side);
    }
    return fields.build();
  }
}
