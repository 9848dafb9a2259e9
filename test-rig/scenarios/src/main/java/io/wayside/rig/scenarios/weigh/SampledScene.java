// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.ContactEdge;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.util.Arrays;
import java.util.List;

/**
 * A scene as its converter samples it: the channels of the sensors, and where the instrument wants
 * contacts, each of them as a channel of 0 and 1.
 */
final class SampledScene {

  private final MotionScene scene;
  private final List<String> contacts;
  private final double[] states;

  SampledScene(MotionScene scene) {
    this.scene = scene;
    this.contacts = Quantum.contacts(scene.site());
    this.states = new double[contacts.size()];
  }

  List<Quantum> channels() {
    return Quantum.of(scene.site());
  }

  /** The next samples, {@code [channel][sample]}. */
  double[][] next(int samples) {
    long first = scene.position();
    double[][] analogue = scene.next(samples);
    double[][] all = Arrays.copyOf(analogue, analogue.length + states.length);
    for (int c = 0; c < states.length; c++) {
      double[] channel = new double[samples];
      Arrays.fill(channel, states[c]);
      for (ContactEdge edge : scene.edges()) {
        if (edge.contact().equals(contacts.get(c))) {
          int from = (int) (Math.round(edge.timeS() * scene.rateHz()) - first);
          states[c] = edge.closed() ? 1 : 0;
          Arrays.fill(channel, Math.max(0, Math.min(samples, from)), samples, states[c]);
        }
      }
      all[analogue.length + c] = channel;
    }
    return all;
  }

  List<TrueVehicle> takeTruth() {
    return scene.takeTruth();
  }
}
