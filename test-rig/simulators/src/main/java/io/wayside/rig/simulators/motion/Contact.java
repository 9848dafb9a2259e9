// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.sensor.Detector;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.List;

/** A detector's contact, looked at in its own rhythm, which is counted from the first sample. */
final class Contact {
  private final Detector detector;
  private final double rateHz;
  private final long every;
  private boolean closed;

  Contact(Detector detector, double rateHz) {
    this.detector = detector;
    this.rateHz = rateHz;
    this.every = Math.max(1, Math.round(detector.scanS() * rateHz));
  }

  void scan(long first, int samples, List<Passage> present, List<ContactEdge> edges) {
    if (present.isEmpty() && !closed) {
      return;
    }
    for (long at = (first + every - 1) / every * every; at < first + samples; at += every) {
      double time = at / rateHz;
      double presence = 0;
      for (Passage passage : present) {
        presence += detector.presence(passage, time);
      }
      if (closed ? presence < detector.opensBelow() : presence >= detector.closesAt()) {
        closed = !closed;
        edges.add(new ContactEdge(detector.contact(), time, closed));
      }
    }
  }
}
