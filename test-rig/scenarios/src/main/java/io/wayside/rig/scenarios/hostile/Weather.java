// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import io.wayside.rig.scenarios.hostile.Combination.Latency;
import io.wayside.rig.scenarios.hostile.Combination.Loss;

/** What a link does to all that goes over it now. */
record Weather(Latency latency, Loss loss, Behaviour behaviour) {

  static final Weather CALM = new Weather(Latency.NONE, Loss.NONE, Behaviour.NONE);
}
