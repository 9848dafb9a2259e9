// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.rig.contracts.OutputContract;
import io.wayside.rig.contracts.OutputHarness;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;

class ReaderOutputContractTest extends OutputContract {

  @Override
  protected OutputHarness start() throws IOException {
    return new SimulatedLamp(ReaderTraits.PLAIN);
  }
}
