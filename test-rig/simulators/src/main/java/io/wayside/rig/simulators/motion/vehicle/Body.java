// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.List;

/**
 * One rigid body of a vehicle: the whole of a truck, a tractor, a semitrailer, a drawbar trailer.
 *
 * @param axles how many axles of the vehicle it owns, after those of the bodies before it
 * @param originM a place on it, behind the first axle, from which its movement is counted
 * @param centreHeightM height of the centre of its mass
 * @param hinged true for a semitrailer, which rests on the body before it
 * @param hingeM place of the kingpin behind the first axle, where hinged
 * @param hingeHeightM height of the kingpin above the road, where hinged
 * @param ownKg mass of the body that carries a kingpin, without what rests on the kingpin and
 *     without its unsprung parts; 0 where nothing rests on it
 */
public record Body(
    int axles,
    double originM,
    double centreHeightM,
    boolean hinged,
    double hingeM,
    double hingeHeightM,
    double ownKg) {
  /** A body by itself, the whole of what its axles carry. */
  public static Body rigid(int axles, double originM, double centreHeightM) {
    return new Body(axles, originM, centreHeightM, false, 0, 0, 0);
  }

  /** A tractor, whose axles also carry what rests on the kingpin. */
  public static Body tractor(int axles, double centreHeightM, double ownSprungKg) {
    return new Body(axles, 0, centreHeightM, false, 0, 0, ownSprungKg);
  }

  /** A semitrailer on a kingpin. */
  public static Body semitrailer(
      int axles, double kingpinM, double centreHeightM, double hingeHeightM) {
    return new Body(axles, kingpinM, centreHeightM, true, kingpinM, hingeHeightM, 0);
  }

  /**
   * Mass, centre, inertia and pitch of a body, from the loads its axles carry.
   *
   * @param pitchKgM nose-up moment per m/s2 of acceleration
   */
  record Balance(double sprungKg, double centreM, double inertiaKgM2, double pitchKgM) {
    static Balance of(List<Body> bodies, int index, List<Springs> springs, double[] behindM) {
      Body body = bodies.get(index);
      int first = bodies.subList(0, index).stream().mapToInt(Body::axles).sum();
      double carriedKg = 0;
      double unsprungKg = 0;
      double moment = 0;
      for (int i = first; i < first + body.axles; i++) {
        carriedKg += springs.get(i).sprungKg();
        unsprungKg += springs.get(i).unsprungKg();
        moment += springs.get(i).sprungKg() * behindM[i];
      }
      double pinKg = 0;
      double pinM = 0;
      double pinHeightM = 0;
      if (body.hinged) {
        pinKg = pinLoadKg(bodies.get(index - 1), index - 1, bodies, springs);
        pinM = body.hingeM;
        pinHeightM = body.hingeHeightM;
      } else if (index + 1 < bodies.size() && bodies.get(index + 1).hinged) {
        pinKg = -pinLoadKg(body, index, bodies, springs);
        pinM = bodies.get(index + 1).hingeM;
        pinHeightM = bodies.get(index + 1).hingeHeightM;
      }
      double mass = carriedKg + pinKg;
      double centre = (moment + pinKg * pinM) / mass;
      double inertia = Math.abs(pinKg) * square(pinM - centre);
      for (int i = first; i < first + body.axles; i++) {
        inertia += springs.get(i).sprungKg() * square(behindM[i] - centre);
      }
      // each axle brakes what it carries, so the kingpin passes on the force for its own load
      double pitch = (mass + unsprungKg) * body.centreHeightM - pinKg * pinHeightM;
      return new Balance(mass, centre, inertia, pitch);
    }

    private static double pinLoadKg(
        Body tractor, int index, List<Body> bodies, List<Springs> springs) {
      int first = bodies.subList(0, index).stream().mapToInt(Body::axles).sum();
      double carried = 0;
      for (int i = first; i < first + tractor.axles; i++) {
        carried += springs.get(i).sprungKg();
      }
      return carried - tractor.ownKg;
    }

    private static double square(double x) {
      return x * x;
    }
  }
}
