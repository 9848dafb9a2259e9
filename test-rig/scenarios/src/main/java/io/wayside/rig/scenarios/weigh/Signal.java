// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.io.IOException;
import java.util.List;

/** A scene's samples as the station gets them, as fast as it takes them. */
interface Signal extends AutoCloseable {

  /** Opens the way to a scene. */
  interface Way {
    Signal to(MotionScene scene) throws IOException, DeviceException;

    /** In words, for the report. */
    String words();
  }

  /** Blocks in each of which a quarter of a second lies. */
  static int blockOf(MotionScene scene) {
    return (int) Math.max(1, Math.round(scene.rateHz() / 4));
  }

  /** The next samples; usually one block. */
  List<SampleBlock> next() throws DeviceException;

  /** Vehicles that came to the site since this was asked last. */
  List<TrueVehicle> takeTruth();

  @Override
  void close();
}
