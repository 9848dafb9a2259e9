// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Output;
import io.wayside.rig.contracts.scripted.ScriptedOutput;
import java.time.Duration;

class ScriptedOutputTest extends OutputContract {

  @Override
  protected OutputHarness start() {
    return new Harness(new ScriptedOutput("barrier-1", false));
  }

  static final class Harness extends ScriptedHarness<Output> implements OutputHarness {

    private final ScriptedOutput output;

    Harness(ScriptedOutput output) {
      super(output, Output.class);
      this.output = output;
    }

    @Override
    public boolean peerIsOn() {
      return output.isOn();
    }

    @Override
    public void passTime(Duration time) {
      output.pass(time.toNanos());
    }

    @Override
    public void stopDevice() {
      output.stop();
    }
  }
}
