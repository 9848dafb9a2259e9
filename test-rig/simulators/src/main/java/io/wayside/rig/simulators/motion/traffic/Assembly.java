// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Body;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Springs;
import io.wayside.rig.simulators.motion.vehicle.Suspension;
import io.wayside.rig.simulators.motion.vehicle.Tyres;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes one vehicle of a kind: no two are alike. */
final class Assembly {
  /** A raised axle is worth while up to this share of the load. */
  private static final double RAISED_UP_TO = 0.15;

  private static final double RAISED_SHARE = 0.5;

  /** Cargo does not stand where the maker thought: relative, for each axle. */
  private static final double CARGO_SPREAD = 0.06;

  private static final double EMPTY_SPREAD = 0.03;
  private static final double SIDE_SPREAD = 0.012;
  private static final double AXLE_SIDE_SPREAD = 0.006;
  private static final double FIFTH_WHEEL_HEIGHT_M = 1.25;

  /** Axles no further apart belong to one group. */
  private static final double GROUP_M = 2.0;

  private final VehicleKind kind;
  private final double load;
  private final SplittableRandom random;

  private Assembly(VehicleKind kind, double load, SplittableRandom random) {
    this.kind = kind;
    this.load = load;
    this.random = random;
  }

  static Vehicle of(VehicleKind kind, double load, SplittableRandom random) {
    return new Assembly(kind, load, random).vehicle();
  }

  private Vehicle vehicle() {
    int raised = raised();
    boolean air = random.nextDouble() < kind.airShare();
    double side = 0.5 + SIDE_SPREAD * random.nextGaussian();
    double friction = random.nextDouble(0.05, 0.15);
    double pressure = 1 + 0.08 * random.nextGaussian();
    double empties = 1 + EMPTY_SPREAD * random.nextGaussian();
    double lifted = raised < 0 ? 0 : kind.axles().get(raised).emptyKg() / (trailerAxles() - 1);
    List<Axle> axles = new ArrayList<>();
    double behind = 0;
    for (int i = 0; i < kind.axles().size(); i++) {
      AxlePlan plan = kind.axles().get(i);
      behind += plan.spacingM() + Math.max(-2, Math.min(2, random.nextGaussian())) * plan.spread();
      double cargo =
          load * (plan.fullKg() - plan.emptyKg()) * (1 + CARGO_SPREAD * random.nextGaussian());
      double kg = plan.emptyKg() * empties + cargo + (onTrailer(i) ? lifted : 0);
      double left = side + AXLE_SIDE_SPREAD * random.nextGaussian();
      if (i != raised) {
        axles.add(axle(plan, behind, kg, air, friction, pressure, left));
      }
    }
    return new Vehicle(
        kind.name(),
        layout(axles),
        axles,
        bodies(raised >= 0),
        kind.outline().noseM(),
        kind.outline().tailM(),
        kind.outline().metal(),
        raised >= 0 ? 1 : 0);
  }

  private int raised() {
    boolean raises = random.nextDouble() < RAISED_SHARE && load < RAISED_UP_TO;
    for (int i = 0; raises && i < kind.axles().size(); i++) {
      if (kind.axles().get(i).canRise()) {
        return i;
      }
    }
    return -1;
  }

  private int trailerAxles() {
    return kind.coupling().trailerAxles();
  }

  private boolean onTrailer(int axle) {
    return axle >= kind.axles().size() - trailerAxles();
  }

  private Axle axle(
      AxlePlan plan,
      double behindM,
      double kg,
      boolean air,
      double friction,
      double pressure,
      double left) {
    Suspension suspension = air ? Fleet.onAir(plan.suspension()) : plan.suspension();
    Springs springs = suspension.carrying(plan.ratedKg(), kg);
    Springs worn = springs.frictionShare() > 0 ? springs.withFriction(friction) : springs;
    boolean single = kind.outline().trackM() == 0;
    double tyreN = springs.staticN() / ((single ? 1 : 2) * (plan.dual() ? 2 : 1));
    return new Axle(behindM, worn, tyres(plan.dual(), tyreN, pressure), single ? 1 : left);
  }

  /** The heavier on its tyre, the longer and flatter the contact. */
  private Tyres tyres(boolean dual, double tyreN, double pressure) {
    double length = (0.10 + 0.19 * Math.sqrt(tyreN / 30_000)) / pressure;
    return new Tyres(
        kind.outline().trackM(),
        kind.outline().tyreM(),
        dual,
        Math.max(0.1, Math.min(0.30, length)),
        tyreN > 12_000 ? Pressure.FLATTENED : Pressure.PARABOLIC);
  }

  private List<Body> bodies(boolean raised) {
    int trailer = trailerAxles() - (raised ? 1 : 0);
    int front = kind.axles().size() - trailerAxles();
    double height =
        kind.outline().emptyHeightM()
            + Math.min(1.3, load) * (kind.outline().fullHeightM() - kind.outline().emptyHeightM());
    if (trailerAxles() == 0) {
      return List.of(Body.rigid(front, 0, height));
    }
    VehicleKind.Coupling coupling = kind.coupling();
    if (coupling.kingpinM() == 0) {
      double trailerM =
          kind.axles().subList(0, front + 1).stream().mapToDouble(AxlePlan::spacingM).sum();
      return List.of(Body.rigid(front, 0, height), Body.rigid(trailer, trailerM, height));
    }
    double unsprung = 0;
    for (AxlePlan plan : kind.axles().subList(0, front)) {
      unsprung += plan.suspension().carrying(plan.ratedKg(), plan.ratedKg()).unsprungKg();
    }
    return List.of(
        Body.tractor(front, kind.outline().emptyHeightM(), coupling.tractorKg() - unsprung),
        Body.semitrailer(trailer, coupling.kingpinM(), height, FIFTH_WHEEL_HEIGHT_M));
  }

  private static String layout(List<Axle> axles) {
    StringBuilder layout = new StringBuilder();
    int group = 1;
    for (int i = 1; i < axles.size(); i++) {
      if (axles.get(i).behindM() - axles.get(i - 1).behindM() <= GROUP_M) {
        group++;
      } else {
        layout.append(group).append('-');
        group = 1;
      }
    }
    return layout.append(group).toString();
  }
}
