// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A kind of vehicle on the road.
 *
 * @param name what the truth calls it
 * @param axles from the front
 * @param outline what is around the axles
 * @param coupling how a trailer hangs on it
 * @param cargo what it is loaded with
 * @param airShare share of these vehicles whose driven and trailing axles stand on air
 * @param pace its usual speed relative to the traffic
 */
public record VehicleKind(
    String name,
    List<AxlePlan> axles,
    Outline outline,
    Coupling coupling,
    Cargo cargo,
    double airShare,
    double pace) {
  /** What a vehicle is loaded with, and so how its load is spread over the traffic. */
  public enum Cargo {
    /** Any number of people. */
    PEOPLE,
    /** Empty on the way home, full or more on the way out. */
    GOODS
  }

  /**
   * What is around the axles.
   *
   * @param noseM ahead of the first axle
   * @param tailM behind the last
   * @param trackM between the middles of left and right wheels; 0 for a single track
   * @param tyreM width of a tyre
   * @param emptyHeightM height of the centre of mass, empty
   * @param fullHeightM height of the centre of mass, full
   * @param metal what an inductive loop sees of it
   */
  public record Outline(
      double noseM,
      double tailM,
      double trackM,
      double tyreM,
      double emptyHeightM,
      double fullHeightM,
      double metal) {}

  /**
   * How a trailer hangs on it.
   *
   * @param trailerAxles the last so many axles are those of a trailer
   * @param kingpinM place of the kingpin behind the first axle; 0 for a drawbar
   * @param tractorKg mass of the tractor alone, for a kingpin
   */
  public record Coupling(int trailerAxles, double kingpinM, double tractorKg) {
    /** No trailer. */
    public static final Coupling NONE = new Coupling(0, 0, 0);

    /** A semitrailer. */
    public static Coupling kingpin(int trailerAxles, double kingpinM, double tractorKg) {
      return new Coupling(trailerAxles, kingpinM, tractorKg);
    }

    /** A trailer with axles at both ends. */
    public static Coupling drawbar(int trailerAxles) {
      return new Coupling(trailerAxles, 0, 0);
    }
  }

  /** Keeps its lists. */
  public VehicleKind {
    axles = List.copyOf(axles);
  }

  /**
   * One vehicle of this kind; the seed settles what makes it differ from the next.
   *
   * @param load 0 empty, 1 as allowed
   */
  public Vehicle vehicle(double load, long seed) {
    return Assembly.of(this, load, new SplittableRandom(seed));
  }
}
