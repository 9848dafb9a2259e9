// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.rig.contracts.AidSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PtyAidSourceTest extends AidSourceContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<AidSource, AidReport> start() throws IOException {
    return WireHarness.overPty(Said.AIDS, folder);
  }
}
