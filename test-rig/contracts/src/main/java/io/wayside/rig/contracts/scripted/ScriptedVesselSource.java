// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import java.util.function.LongFunction;

/** A receiver that hears the vessels the script names. */
public final class ScriptedVesselSource extends ScriptedSource<VesselReport>
    implements VesselSource {

  public ScriptedVesselSource(String deviceId) {
    super(deviceId);
  }

  /** Hears a report, which is made from its moment. */
  public void hears(LongFunction<VesselReport> report) {
    say(report::apply);
  }
}
