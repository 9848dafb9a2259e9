// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.TagSourceContract;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.util.Map;

/** A reader of LLRP 1.0.1. */
class LlrpTagSourceTest extends TagSourceContract {

  @Override
  protected SourceHarness<TagSource, TagSighting> start() throws IOException {
    return SimulatedReader.hearing(ReaderTraits.PLAIN, Map.of());
  }
}
