// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/** Lead-acid under a panel: charge, voltage, and the cut-off that leaves a lamp dark. */
final class Battery {

  private static final double CUT_OFF = 0.03;
  private static final double COMES_BACK = 0.12;

  private final double fullAh;
  private final double panelA;
  private double health = 1;
  private double panelHealth = 1;
  private double charge;
  private double chargeA;
  private double loadA;
  private boolean cutOff;

  Battery(double fullAh, double panelA, double charge) {
    this.fullAh = fullAh;
    this.panelA = panelA;
    this.charge = charge;
  }

  /** A battery that has aged holds only a share of what it held. */
  void health(double share) {
    health = share;
  }

  /** Who repairs it brings a charged one. */
  void replace() {
    charge = 0.9;
    cutOff = false;
  }

  void panelHealth(double share) {
    panelHealth = share;
  }

  void step(double seconds, double elevationDeg, double cloud, double wantedA) {
    double sun = Math.max(0, Math.sin(Math.toRadians(elevationDeg)));
    chargeA = panelA * panelHealth * sun * (1 - 0.8 * cloud);
    loadA = cutOff ? 0.005 : wantedA;
    charge += (chargeA * 0.85 - loadA) * seconds / 3_600 / (fullAh * health);
    charge = Math.max(0, Math.min(1, charge));
    cutOff = cutOff ? charge < COMES_BACK : charge < CUT_OFF;
  }

  boolean cutOff() {
    return cutOff;
  }

  double volts() {
    double rest = 11.5 + 1.3 * charge;
    double room = charge > 0.9 ? 0.9 : 0.5;
    return rest + Math.min(room, 0.25 * chargeA) - 0.15 * loadA;
  }

  double leftAh() {
    return charge * fullAh * health;
  }

  double charge() {
    return charge;
  }
}
