// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import io.wayside.rig.simulators.scene.shape.Body;
import io.wayside.rig.simulators.scene.shape.VehicleKind;

/** One vehicle or person on its path. Places are those of its middle on the road. */
public final class Mover {

  private final int id;
  private final Body body;
  private final Way way;
  private final double wishMps;
  private final boolean filters;
  private double xM;
  private double yM;
  private double xMps;
  private double speedMps;
  private double accelerationMps2;

  Mover(int id, Body body, Way way, double wishMps, boolean filters, double xM, double yM) {
    this.id = id;
    this.body = body;
    this.way = way;
    this.wishMps = wishMps;
    this.filters = filters;
    this.xM = xM;
    this.yM = yM;
    this.speedMps = wishMps;
  }

  public int id() {
    return id;
  }

  public Body body() {
    return body;
  }

  public Way way() {
    return way;
  }

  public double xM() {
    return xM;
  }

  public double yM() {
    return yM;
  }

  /** Forwards; never backwards. */
  public double speedMps() {
    return speedMps;
  }

  public double xMps() {
    return xMps;
  }

  /** Along the road. */
  public double yMps() {
    return speedMps * way.sign();
  }

  public boolean brakes() {
    return accelerationMps2 < -0.4 || (speedMps < 0.1 && body.kind() != VehicleKind.PEDESTRIAN);
  }

  double wishMps() {
    return wishMps;
  }

  boolean filters() {
    return filters;
  }

  boolean walks() {
    return body.kind() == VehicleKind.PEDESTRIAN;
  }

  void setSpeed(double mps) {
    speedMps = Math.max(0, mps);
  }

  void move(double stepS, double mps2, double sidewaysMps) {
    accelerationMps2 = mps2;
    double before = speedMps;
    speedMps = Math.max(0, before + mps2 * stepS);
    yM += way.sign() * stepS * (before + speedMps) / 2;
    // A vehicle that stands does not slide sideways.
    xMps = Math.max(-0.4 * speedMps, Math.min(0.4 * speedMps, sidewaysMps));
    xM += xMps * stepS;
  }

  void walk(double stepS, double acrossMps, double alongMps) {
    speedMps = Math.abs(alongMps);
    xMps = acrossMps;
    xM += acrossMps * stepS;
    yM += alongMps * stepS;
  }

  /** Metres between two bodies along the road; negative where they lie beside each other. */
  double clearAlongM(Mover other) {
    return Math.abs(other.yM - yM) - (body.lengthM() + other.body.lengthM()) / 2;
  }

  /** Metres between two bodies across the road. */
  double clearAcrossM(Mover other) {
    return Math.abs(other.xM - xM) - (body.widthM() + other.body.widthM()) / 2;
  }
}
