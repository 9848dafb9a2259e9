// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.WeightSourceContract;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.io.IOException;

class TcpWeightSourceTest extends WeightSourceContract {

  @Override
  protected SourceHarness<WeightSource, WeightReading> start() throws IOException {
    return WireHarness.over(new TcpServerPipe(0), "tcp://");
  }
}
