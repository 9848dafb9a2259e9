// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;

/** A receiver that hears the figures the script says. */
public final class ScriptedWaterSource extends ScriptedSource<WaterReading> implements WaterSource {

  public ScriptedWaterSource(String deviceId) {
    super(deviceId);
  }

  public void hears(String station, WaterQuantity quantity, double value) {
    say(at -> new WaterReading(at, station, quantity, value));
  }
}
