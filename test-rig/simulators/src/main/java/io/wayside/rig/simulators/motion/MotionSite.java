// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Detector;
import io.wayside.rig.simulators.motion.sensor.Probe;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A lane with its road and everything that measures there.
 *
 * @param rateHz all channels are sampled at this rate
 * @param jitterS standard deviation of the moment at which a sample is really taken, seconds
 * @param road its unevenness
 * @param climate its temperature
 * @param referenceM the place at which times and speeds of the truth are meant
 * @param sensors what stands there
 */
public record MotionSite(
    double rateHz,
    double jitterS,
    RoadSpec road,
    Climate climate,
    double referenceM,
    List<Sensor> sensors) {
  /** Each channel and contact has a name of its own. */
  public MotionSite {
    sensors = List.copyOf(sensors);
    requireDistinct(sensors.stream().flatMap(s -> s.probes().stream()).map(Probe::channel));
    requireDistinct(sensors.stream().flatMap(s -> s.detectors().stream()).map(Detector::contact));
  }

  private static void requireDistinct(Stream<String> names) {
    List<String> all = names.toList();
    if (all.stream().distinct().count() != all.size()) {
      throw new IllegalArgumentException("Site: two of " + all + " have one name; rename one");
    }
  }

  /** The same on another road. */
  public MotionSite on(RoadSpec otherRoad) {
    return new MotionSite(rateHz, jitterS, otherRoad, climate, referenceM, sensors);
  }

  /** The same in another climate. */
  public MotionSite in(Climate otherClimate) {
    return new MotionSite(rateHz, jitterS, road, otherClimate, referenceM, sensors);
  }

  /** All channels, in the order of the samples. */
  public List<Probe> probes() {
    return sensors.stream().flatMap(sensor -> sensor.probes().stream()).toList();
  }

  /** All contacts. */
  public List<Detector> detectors() {
    return sensors.stream().flatMap(sensor -> sensor.detectors().stream()).toList();
  }

  /** The lines at which the truth notes times. */
  public List<Sensor.Line> lines() {
    return sensors.stream().flatMap(sensor -> sensor.lines().stream()).toList();
  }

  /** Where the first sensor begins to feel anything. */
  public double fromM() {
    return reaches(false).min().orElse(referenceM);
  }

  /** Where the last sensor feels nothing more. */
  public double toM() {
    return reaches(true).max().orElse(referenceM);
  }

  private DoubleStream reaches(boolean end) {
    return Stream.concat(
            probes().stream().map(Probe::reach), detectors().stream().map(Detector::reach))
        .mapToDouble(reach -> end ? reach.toM() : reach.fromM());
  }
}
