// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.rig.contracts.scripted.ScriptedOutput;

class ScriptedSafeWhenOnOutputTest extends OutputContract {

  @Override
  protected OutputHarness start() {
    return new ScriptedOutputTest.Harness(new ScriptedOutput("beacon-1", true));
  }
}
