// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.rig.scenarios.weigh.SiteDocument;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.weighing.strips.StripInstrument;

/** Strips of a simulated site whose constants nobody had to find. */
public final class StripSite {

  private StripSite() {}

  /** With the constants that a perfect calibration would find: for speed, not for accuracy. */
  public static StripInstrument calibratedPerfectly(MotionScene scene) throws GarbledData {
    return StripInstrument.from(
        Node.of(
            "the document of the simulated site",
            SiteDocument.strips(
                scene.site(), (line, half) -> scene.newtonsPerUnitMetre(half.channel()))));
  }
}
