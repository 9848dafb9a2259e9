// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.core;

import io.wayside.rig.systemtests.broken.weighing.Platform;
import io.wayside.rig.systemtests.house.Breaks;

/** Core knows nobody. */
@Breaks({"a room imports only what its line allows", "packages form no cycle"})
public class KnowsAStation {
  private KnowsAStation() {}

  static String name() {
    return Platform.NAME;
  }
}
