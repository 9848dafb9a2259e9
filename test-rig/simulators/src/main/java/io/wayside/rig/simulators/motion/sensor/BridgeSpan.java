// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A bridge of one span with strain gauges.
 *
 * @param name of the bridge
 * @param fromM where the span begins along the road
 * @param lengthM its length
 * @param fixity 0 for free supports, 1 for clamped ends; measured influence lines lie between
 * @param strainPerNm strain per newton metre of bending moment, in millionths
 * @param firstHz first bending mode
 * @param dampingRatio of the same
 * @param gauges where strain is measured
 * @param electronics of each gauge; its gain is per millionth of strain
 */
public record BridgeSpan(
    String name,
    double fromM,
    double lengthM,
    double fixity,
    double strainPerNm,
    double firstHz,
    double dampingRatio,
    List<Gauge> gauges,
    Electronics electronics)
    implements Sensor {
  /** A gauge: its channel and how far it is from the beginning of the span. */
  public record Gauge(String channel, double atM) {}

  /** Gauges are on the bridge. */
  public BridgeSpan {
    for (Gauge gauge : gauges) {
      if (!(gauge.atM > 0 && gauge.atM < lengthM)) {
        throw new IllegalArgumentException(
            "Bridge "
                + name
                + ": gauge "
                + gauge.channel
                + " at "
                + gauge.atM
                + " m is not within the span of "
                + lengthM
                + " m");
      }
    }
    gauges = List.copyOf(gauges);
  }

  /** Strain in millionths at a gauge per newton that stands so far from the span's beginning. */
  public double influence(double gaugeM, double loadM) {
    if (loadM <= 0 || loadM >= lengthM) {
      return 0;
    }
    double beyond = Math.max(0, gaugeM - loadM);
    double rest = lengthM - loadM;
    double free = rest / lengthM * gaugeM - beyond;
    double support = rest * rest * (3 * loadM + rest) / (lengthM * lengthM * lengthM);
    double clamped = support * gaugeM - loadM * rest * rest / (lengthM * lengthM) - beyond;
    return strainPerNm * ((1 - fixity) * free + fixity * clamped);
  }

  @Override
  public List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    for (Gauge gauge : gauges) {
      probes.add(new StrainProbe(this, gauge));
    }
    return probes;
  }

  @Override
  public List<Line> lines() {
    return List.of(new Line(name + ".from", fromM));
  }
}
