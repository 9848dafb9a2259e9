// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.iiod.ScanSource;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.util.ArrayList;
import java.util.List;

/** A scene as a converter's scans. One thread takes scans, another the truth. */
final class SceneScans implements ScanSource {

  private final SampledScene scene;
  private final List<Quantum> channels;
  private final int ahead;
  private final List<TrueVehicle> truth = new ArrayList<>();
  private double[][] samples = new double[0][0];
  private int next;
  private long made;

  /**
   * @param ahead so many scans are worked out together
   */
  SceneScans(MotionScene scene, int ahead) {
    this.scene = new SampledScene(scene);
    this.channels = this.scene.channels();
    this.ahead = ahead;
  }

  @Override
  public synchronized long[] next() {
    if (samples.length == 0 || next == samples[0].length) {
      samples = scene.next(ahead);
      truth.addAll(scene.takeTruth());
      next = 0;
    }
    long[] scan = new long[channels.size()];
    for (int c = 0; c < scan.length; c++) {
      scan[c] = channels.get(c).raw(samples[c][next]);
    }
    next++;
    made++;
    return scan;
  }

  /** How many scans were taken. */
  synchronized long made() {
    return made;
  }

  /** Vehicles that came since this was asked last. */
  synchronized List<TrueVehicle> takeTruth() {
    List<TrueVehicle> taken = List.copyOf(truth);
    truth.clear();
    return taken;
  }
}
