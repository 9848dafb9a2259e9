// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.List;

/**
 * A light curtain across the lane: a contact that is closed while any part of a vehicle, its
 * drawbar too, interrupts it.
 *
 * @param name of its contact
 * @param atM where it stands along the road
 * @param widthM how far apart its posts are, around the lane's middle
 */
public record LightCurtain(String name, double atM, double widthM) implements Sensor {
  private static final double SCAN_S = 0.001;

  @Override
  public List<Detector> detectors() {
    return List.of(new Beam());
  }

  private final class Beam implements Detector {
    @Override
    public String contact() {
      return name;
    }

    @Override
    public Probe.Reach reach() {
      return new Probe.Reach(atM, atM);
    }

    @Override
    public double presence(Passage passage, double timeS) {
      boolean within = passage.body().clipped(-widthM / 2, widthM / 2).widthM() > 0;
      return within && passage.noseM(timeS) >= atM && passage.tailM(timeS) <= atM ? 1 : 0;
    }

    @Override
    public double closesAt() {
      return 1;
    }

    @Override
    public double opensBelow() {
      return 1;
    }

    @Override
    public double scanS() {
      return SCAN_S;
    }
  }
}
