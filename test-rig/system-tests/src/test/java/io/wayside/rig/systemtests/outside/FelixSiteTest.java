// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.rig.scenarios.site.WeighSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("felix")
class FelixSiteTest extends SiteContract {

  @Override
  WeighSite site(Path folder) throws Exception {
    return Sites.onFelix(folder, 7);
  }
}
