// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import java.util.List;

/** Something in or on the road, described. */
public sealed interface Sensor
    permits StripLine, Platform, BridgeSpan, InductiveLoop, LightCurtain, Thermometer {
  /** Its name. */
  String name();

  /** The channels it is read by. */
  default List<Probe> probes() {
    return List.of();
  }

  /** The contacts it closes. */
  default List<Detector> detectors() {
    return List.of();
  }

  /** Places at which the truth notes each axle's time; usually one, or none. */
  default List<Line> lines() {
    return List.of();
  }

  /** A named place across the road. */
  record Line(String name, double atM) {}
}
