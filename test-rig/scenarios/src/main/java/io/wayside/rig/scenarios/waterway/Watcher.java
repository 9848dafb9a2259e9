// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Heard;
import java.util.List;

/** Who watches the field: told what is heard, it says what it makes of it. */
interface Watcher {

  /** Something is heard. */
  void heard(Heard heard);

  /** Time goes on, whether or not something is heard. */
  void now(long atMs);

  /** What changed since it was last asked. */
  List<Answer> answers();
}
