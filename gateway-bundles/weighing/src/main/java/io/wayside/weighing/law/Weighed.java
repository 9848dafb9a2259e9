// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.quality.Flags;
import io.wayside.core.vehicle.AxlePattern;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighed vehicle as the law looks at it, from the front.
 *
 * @param axleKg axle loads
 * @param axleUncertaintyKg expanded uncertainty of each
 * @param spacingsM one fewer than axles
 * @param spacingUncertaintyM expanded uncertainty of each distance between axles
 * @param spacingUncertaintyShare what is added to it for each metre, as an error of speed gives
 * @param runs neighbouring axles whose load has an uncertainty of its own, the gross weight among
 *     them; elsewhere uncertainties of axles are added, as errors of one instrument are shared
 * @param flags doubts about the weighing
 */
public record Weighed(
    List<Double> axleKg,
    List<Double> axleUncertaintyKg,
    List<Double> spacingsM,
    double spacingUncertaintyM,
    double spacingUncertaintyShare,
    List<Run> runs,
    Flags flags) {

  private static final double NEWTON_PER_KG = 9.80665;

  /** Neighbouring axles weighed together. */
  public record Run(int firstAxle, int axles, double uncertaintyKg) {}

  public Weighed {
    axleKg = List.copyOf(axleKg);
    axleUncertaintyKg = List.copyOf(axleUncertaintyKg);
    spacingsM = List.copyOf(spacingsM);
    runs = List.copyOf(runs);
    if (spacingsM.size() + 1 != axleKg.size() || axleUncertaintyKg.size() != axleKg.size()) {
      throw new IllegalArgumentException(
          axleKg.size()
              + " axles cannot have "
              + axleUncertaintyKg.size()
              + " uncertainties and "
              + spacingsM.size()
              + " spacings");
    }
  }

  /**
   * A vehicle weighed in motion, with its own doubts only.
   *
   * @param spacingUncertaintyM what the instrument's axle times add, for a distance between axles
   */
  public static Weighed of(MotionVehicle vehicle, double spacingUncertaintyM) {
    return of(vehicle, spacingUncertaintyM, vehicle.flags());
  }

  /**
   * A vehicle weighed in motion; its spacings are as sure as its speed.
   *
   * @param spacingUncertaintyM what the instrument's axle times add, for a distance between axles
   * @param flags all that throws doubt on it, its own flags among them
   */
  public static Weighed of(MotionVehicle vehicle, double spacingUncertaintyM, Flags flags) {
    List<Double> loads = new ArrayList<>();
    List<Double> uncertainties = new ArrayList<>();
    for (MotionAxle axle : vehicle.axles()) {
      loads.add(axle.loadN() / NEWTON_PER_KG);
      uncertainties.add(axle.uncertaintyN() / NEWTON_PER_KG);
    }
    List<Run> runs = new ArrayList<>();
    runs.add(new Run(0, loads.size(), vehicle.grossUncertaintyN() / NEWTON_PER_KG));
    for (MotionGroup group : vehicle.groups()) {
      if (group.axles() < loads.size()) {
        runs.add(new Run(group.firstAxle(), group.axles(), group.uncertaintyN() / NEWTON_PER_KG));
      }
    }
    double share =
        vehicle.speedMps() == 0 ? 0 : Math.abs(vehicle.speedUncertaintyMps() / vehicle.speedMps());
    return new Weighed(
        loads, uncertainties, vehicle.spacingsM(), spacingUncertaintyM, share, runs, flags);
  }

  public AxlePattern pattern() {
    return AxlePattern.of(spacingsM, axleKg);
  }

  int axles() {
    return axleKg.size();
  }

  double loadKg(int first, int axles) {
    return axleKg.subList(first, first + axles).stream().mapToDouble(kg -> kg).sum();
  }

  double uncertaintyKg(int first, int axles) {
    for (Run run : runs) {
      if (run.firstAxle() == first && run.axles() == axles) {
        return run.uncertaintyKg();
      }
    }
    return axleUncertaintyKg.subList(first, first + axles).stream().mapToDouble(kg -> kg).sum();
  }

  Span extentM(int first, int axles) {
    double extent = pattern().extentM(first, first + axles - 1);
    double reach = axles == 1 ? 0 : spacingUncertaintyM + spacingUncertaintyShare * extent;
    return new Span(Math.max(0, extent - reach), extent + reach);
  }

  Span spacingM(int index) {
    return extentM(index, 2);
  }
}
