// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.Lantern.Fallback;
import io.wayside.rig.contracts.scripted.ScriptedLantern;

/** The suite for a lantern that only the gateway brings back. */
class ScriptedHoldingLanternTest extends LanternContract {

  @Override
  protected LanternHarness start() {
    return new ScriptedLanternTest.Harness(new ScriptedLantern("lamp-2", Fallback.HOLDS));
  }
}
