// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

/** What moves on the road; sizes in metres, without mirrors. */
public enum VehicleKind {
  MOTORCYCLE("motorcycle", "two-wheeler", 1.75, 2.0, 0.66, 0.78),
  CAR("car", "light", 3.7, 4.8, 1.66, 1.86),
  VAN("van", "light", 4.9, 5.9, 1.85, 2.0),
  BUS("bus", "heavy", 8.5, 12.0, 2.4, 2.5),
  TRUCK("truck", "heavy", 5.8, 9.2, 2.0, 2.5),
  TRUCK_TRAILER("truck-trailer", "heavy", 14.5, 16.5, 2.5, 2.5),
  PEDESTRIAN("pedestrian", "other", 0.4, 0.5, 0.45, 0.55);

  private final String word;
  private final String truthClass;
  private final double shortestM;
  private final double longestM;
  private final double narrowestM;
  private final double widestM;

  VehicleKind(
      String word,
      String truthClass,
      double shortestM,
      double longestM,
      double narrowestM,
      double widestM) {
    this.word = word;
    this.truthClass = truthClass;
    this.shortestM = shortestM;
    this.longestM = longestM;
    this.narrowestM = narrowestM;
    this.widestM = widestM;
  }

  public String word() {
    return word;
  }

  /** Two-wheeler, light, heavy or other, as counting knows them. */
  public String truthClass() {
    return truthClass;
  }

  /** Between shortest and longest, by a share from 0 to 1. */
  public double lengthM(double share) {
    return shortestM + share * (longestM - shortestM);
  }

  public double widthM(double share) {
    return narrowestM + share * (widestM - narrowestM);
  }

  public boolean isCounted() {
    return this != PEDESTRIAN;
  }
}
