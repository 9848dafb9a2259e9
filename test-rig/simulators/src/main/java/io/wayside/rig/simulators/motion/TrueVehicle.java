// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import java.util.ArrayList;
import java.util.List;

/**
 * What is true of one vehicle, whatever the sensors make of it.
 *
 * @param number counts vehicles in the order in which they entered the site
 * @param kind what people call it, such as {@code SEMI_6}
 * @param layout its axles on the ground in groups of at most 2.0 m from the front, such as 1-2-3
 * @param referenceS when its first axle first crossed the reference line
 * @param speedMps its speed then
 * @param meanSpeedMps over the whole site, first axle; the same at constant speed
 * @param enterS when its nose came to the site, seconds since the first sample
 * @param leaveS when its tail left the site
 * @param lengthM from nose to tail
 * @param lateralM how far its middle was left of the lane's
 * @param manner how it was driven
 * @param raisedAxles axles carried in the air; they are not among the axles
 * @param neighbour it belongs to the neighbouring lane
 * @param axles from the front
 */
public record TrueVehicle(
    long number,
    String kind,
    String layout,
    double referenceS,
    double speedMps,
    double meanSpeedMps,
    double enterS,
    double leaveS,
    double lengthM,
    double lateralM,
    String manner,
    int raisedAxles,
    boolean neighbour,
    List<TrueAxle> axles) {
  /** The load of all axles at rest. */
  public double grossN() {
    return axles.stream().mapToDouble(TrueAxle::staticN).sum();
  }

  /** Distances between neighbouring axles, from the front. */
  public List<Double> spacingsM() {
    List<Double> spacings = new ArrayList<>();
    for (int i = 1; i < axles.size(); i++) {
      spacings.add(axles.get(i).behindM() - axles.get(i - 1).behindM());
    }
    return spacings;
  }
}
