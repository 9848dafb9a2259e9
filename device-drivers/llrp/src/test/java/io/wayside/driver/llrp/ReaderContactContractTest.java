// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.ContactContract;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;

/** The suite's bursts are faster than any settling time, so there is none here. */
class ReaderContactContractTest extends ContactContract {

  @Override
  protected SourceHarness<Contact, ContactChange> start() throws IOException {
    return new SimulatedInput(ReaderTraits.PLAIN, 0);
  }
}
