// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.List;

/**
 * A thermometer in the pavement, degrees Celsius.
 *
 * @param name of its channel
 * @param noise standard deviation, °C
 */
public record Thermometer(String name, double noise) implements Sensor {
  private static final double REFERENCE_C = 20;

  @Override
  public List<Probe> probes() {
    // it feels no vehicle: all it shows is how its offset follows the temperature
    Electronics shown = Electronics.ideal(0).offsetBy(REFERENCE_C).warmed(0, 1).disturbed(noise, 0);
    return List.of(new Warmth(name, shown));
  }

  private record Warmth(String channel, Electronics electronics) implements Probe {
    @Override
    public String unit() {
      return "degC";
    }

    @Override
    public Reach reach() {
      return new Reach(0, 0);
    }

    @Override
    public void feel(Passage passage, Samples samples, double[][] inputs) {
      // nothing to feel
    }
  }
}
