// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.scripted.ScriptedWeightSource;

class ScriptedWeightSourceTest extends WeightSourceContract {

  @Override
  protected SourceHarness<WeightSource, WeightReading> start() {
    ScriptedWeightSource scale = new ScriptedWeightSource("scale-1");
    return ScriptedHarness.speaking(
        scale,
        WeightSource.class,
        number -> scale.indicates(number, Motion.AT_REST),
        (reading, number) -> reading.mass().kilograms() == number);
  }
}
