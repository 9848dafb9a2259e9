// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.WeightSourceContract;

class RegisterWeightSourceTest extends WeightSourceContract {

  @Override
  protected SourceHarness<WeightSource, WeightReading> start() {
    return new RegisterHarness();
  }
}
