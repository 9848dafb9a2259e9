// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.LaneTiming;
import io.wayside.rig.simulators.weighlane.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sites for these tests: the shipped gateway, and drivers in a hurry. */
public final class Sites {

  /** Scale interval of the simulated indicator. */
  public static final double INTERVAL_KG = 10;

  private Sites() {}

  /** On the framework that ships. */
  public static WeighSite onFelix(Path folder, long seed) throws Exception {
    return inAHurry(folder, seed, List.of());
  }

  /** On the framework of Kura. */
  public static WeighSite onEquinox(Path folder, long seed) throws Exception {
    Path launcher = ReleaseFolder.find().resolveSibling("launcher-equinox");
    if (!Files.isDirectory(launcher)) {
      throw new IllegalStateException(launcher + " is not there; run ./wayside build");
    }
    return inAHurry(folder, seed, List.of("--launcher", launcher.toString()));
  }

  /**
   * Vehicles as close and axles as short as the station can still tell apart: the indicator's
   * filter takes a good third of a second to come down from ten tonnes.
   */
  private static WeighSite inAHurry(Path folder, long seed, List<String> options) throws Exception {
    LaneTiming hurried =
        new LaneTiming(
            new Span(0.15, 0.2),
            new Span(0.15, 0.2),
            new Span(1.55, 1.65),
            new Span(0.5, 0.55),
            new Span(0.55, 0.6),
            new Span(2.1, 2.3));
    WeighSite site =
        new WeighSite(
            folder,
            new WeighSite.Plan(
                ReleaseFolder.find(),
                options,
                seed,
                FaultPlan.none(),
                LaneSettings.orderly().withTiming(hurried)));
    SiteFile.set(site.site(), "stations.lane-1.vehicleGap", "1.5 s");
    return site;
  }
}
