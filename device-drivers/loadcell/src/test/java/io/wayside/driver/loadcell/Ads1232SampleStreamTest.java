// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.rig.contracts.SampleStreamContract;
import io.wayside.rig.contracts.SourceHarness;

class Ads1232SampleStreamTest extends SampleStreamContract {

  @Override
  protected SourceHarness<SampleStream, SampleBlock> start() {
    return new ChipHarness<>(ScriptedAds1232::new, 80);
  }
}
