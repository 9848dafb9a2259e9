// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.TagSourceContract;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.util.Map;

/** LLRP 1.1, one ROSpec, no clock of the day, and reports that leave out what they repeat. */
class FrugalReaderTagSourceTest extends TagSourceContract {

  @Override
  protected SourceHarness<TagSource, TagSighting> start() throws IOException {
    ReaderTraits traits = ReaderTraits.NEWER.keeping(1, 1_000).withoutUtcClock().omittingRepeated();
    return SimulatedReader.hearing(
        traits,
        Map.of("tidWords", 6, "powerIndex", 3, "modeIndex", 1, "antennas", new int[] {1, 2}));
  }
}
