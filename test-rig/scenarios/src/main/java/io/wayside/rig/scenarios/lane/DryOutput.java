// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.device.Output;
import java.time.Duration;

/** An output that moves nothing; what is wanted of it is printed as the lane's act. */
record DryOutput(String deviceId, boolean safeState) implements Output {

  @Override
  public void drive(boolean on, Duration lease) {
    // a dry run
  }

  @Override
  public void release() {
    // a dry run
  }
}
