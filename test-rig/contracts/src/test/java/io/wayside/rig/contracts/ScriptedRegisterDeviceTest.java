// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.scripted.ScriptedRegisterDevice;

class ScriptedRegisterDeviceTest extends RegisterDeviceContract {

  @Override
  protected RegisterHarness start() {
    return new Harness(new ScriptedRegisterDevice("meter-1"));
  }

  private static final class Harness extends ScriptedHarness<RegisterDevice>
      implements RegisterHarness {

    private final ScriptedRegisterDevice meter;

    Harness(ScriptedRegisterDevice meter) {
      super(meter, RegisterDevice.class);
      this.meter = meter;
    }

    @Override
    public void peerHolds(Table table, int address, int... values) {
      meter.holds(table, address, values);
    }

    @Override
    public int peerCell(Table table, int address) {
      return meter.cell(table, address);
    }

    @Override
    public void peerAnswers(Manner manner) {
      meter.answers(manner);
    }
  }
}
