// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import io.wayside.rig.contracts.scripted.ScriptedWaterSource;

class ScriptedWaterSourceTest extends WaterSourceContract {

  @Override
  protected SourceHarness<WaterSource, WaterReading> start() {
    ScriptedWaterSource receiver = new ScriptedWaterSource("gauge-1");
    return ScriptedHarness.speaking(
        receiver,
        WaterSource.class,
        number -> receiver.hears("gauge:VN%03d".formatted(number), WaterQuantity.LEVEL_M, 2.5),
        (reading, number) -> reading.station().endsWith("VN%03d".formatted(number)));
  }
}
