// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.WeightSourceContract;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PtyWeightSourceTest extends WeightSourceContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<WeightSource, WeightReading> start() throws IOException {
    return WireHarness.over(new PtyPipe(folder.resolve("ttyScale")), "serial:");
  }
}
