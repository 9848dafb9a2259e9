// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.Fix;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.VesselReport.Station;
import io.wayside.core.water.VesselSource;
import io.wayside.rig.contracts.scripted.ScriptedVesselSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

class ScriptedVesselSourceTest extends VesselSourceContract {

  @Override
  protected SourceHarness<VesselSource, VesselReport> start() {
    ScriptedVesselSource receiver = new ScriptedVesselSource("ais-1");
    return ScriptedHarness.speaking(
        receiver,
        VesselSource.class,
        number -> receiver.hears(at -> report(at, number)),
        (report, number) -> report.vessel().endsWith("%09d".formatted(number)));
  }

  private static VesselReport report(long at, int number) {
    return new VesselReport(
        at,
        "mmsi:%09d".formatted(number),
        Station.CLASS_A,
        Optional.of(Fix.of(20.24, 106.6)),
        OptionalDouble.of(3.1),
        OptionalDouble.of(87),
        OptionalDouble.of(89),
        Optional.of("BINH MINH " + number),
        OptionalInt.of(70),
        Optional.of(new Hull(60, 12, 5, 6)),
        OptionalDouble.of(3.2));
  }
}
