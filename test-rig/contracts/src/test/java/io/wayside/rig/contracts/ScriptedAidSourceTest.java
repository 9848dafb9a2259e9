// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.rig.contracts.scripted.ScriptedAidSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class ScriptedAidSourceTest extends AidSourceContract {

  @Override
  protected SourceHarness<AidSource, AidReport> start() {
    ScriptedAidSource receiver = new ScriptedAidSource("ais-1");
    return ScriptedHarness.speaking(
        receiver,
        AidSource.class,
        number -> receiver.hears(at -> report(at, number)),
        (report, number) -> report.aid().endsWith("%09d".formatted(number)));
  }

  private static AidReport report(long at, int number) {
    return new AidReport(
        at,
        "mmsi:%09d".formatted(number),
        Optional.of("BUOY " + number),
        Presence.REAL,
        Optional.empty(),
        Optional.of(false),
        LightStatus.ON,
        RaconStatus.NOT_TOLD,
        Optional.of(false),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(AidQuantity.SUPPLY_V, 12.6),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }
}
