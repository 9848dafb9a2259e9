// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import java.util.function.LongFunction;

/** A receiver that hears the aids the script names. */
public final class ScriptedAidSource extends ScriptedSource<AidReport> implements AidSource {

  public ScriptedAidSource(String deviceId) {
    super(deviceId);
  }

  /** Hears a report, which is made from its moment. */
  public void hears(LongFunction<AidReport> report) {
    say(report::apply);
  }
}
