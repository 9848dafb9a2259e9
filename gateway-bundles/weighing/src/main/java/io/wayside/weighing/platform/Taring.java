// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.ScaleKeys.TareKind;
import io.wayside.core.unit.Mass;
import java.util.Optional;

/**
 * The subtractive tare of a scale: whole intervals, above zero, not above Max; the load may still
 * not exceed Max (OIML R 76 on tare and preset tare devices, from general knowledge).
 */
final class Taring {

  private final double intervalKg;
  private final double maxKg;
  private final boolean endsAtZero;
  private Optional<Tare> tare = Optional.empty();
  private boolean loadedSince;

  /**
   * No tare yet.
   *
   * @param endsAtZero whether the tare ends by itself when its load has left
   */
  Taring(double intervalKg, double maxKg, boolean endsAtZero) {
    this.intervalKg = intervalKg;
    this.maxKg = maxKg;
    this.endsAtZero = endsAtZero;
  }

  Optional<Tare> inForce() {
    return tare;
  }

  double kilograms() {
    return tare.map(each -> each.mass().kilograms()).orElse(0.0);
  }

  /** A gross that is at rest becomes the tare, in place of any before. */
  void weigh(double grossKg) throws Refused {
    double kg = rounded(grossKg);
    if (kg <= 0) {
      throw new Refused("nothing is on the platform; a tare is above zero: load it first");
    }
    if (grossKg > maxKg) {
      throw new Refused("the load is above " + maxKg + " kg, the capacity: take it off");
    }
    take(kg, TareKind.WEIGHED);
    loadedSince = true;
  }

  void preset(double kg) throws Refused {
    if (tare.filter(each -> each.kind() == TareKind.WEIGHED).isPresent()) {
      throw new Refused(
          "a weighed tare is in force, a given one cannot replace it: clear it first");
    }
    double whole = rounded(kg);
    if (!(whole > 0) || kg > maxKg) {
      throw new Refused(
          "a tare of %s kg is none: give at least %s kg and not more than %s kg"
              .formatted(kg, intervalKg, maxKg));
    }
    take(whole, TareKind.PRESET);
    loadedSince = false;
  }

  void clear() {
    tare = Optional.empty();
  }

  /**
   * A gross was seen at rest: with the option, an empty platform ends the tare of what has left.
   */
  void rested(double grossKg) {
    boolean empty = Math.abs(grossKg) <= intervalKg / 2;
    if (empty && endsAtZero && loadedSince) {
      clear();
    }
    loadedSince |= !empty;
  }

  private void take(double kg, TareKind kind) {
    tare = Optional.of(new Tare(new Mass(kg), kind));
  }

  private double rounded(double kg) {
    return Math.rint(kg / intervalKg) * intervalKg;
  }
}
