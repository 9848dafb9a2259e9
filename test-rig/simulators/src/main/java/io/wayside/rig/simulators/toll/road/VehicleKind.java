// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

/**
 * A kind of vehicle, as loops, arms and antennas meet it.
 *
 * @param word its name
 * @param lengthM from nose to tail
 * @param heightM above the road
 * @param tagBackM where a tag sits, behind the nose
 * @param tagUpM where a tag sits, above the road
 * @param metal what a loop feels of it: 1 for a car
 * @param bareFromM where its metal is thin (a drawbar), behind the nose; 0 for nowhere
 * @param bareToM where that ends
 * @param bareMetal what a loop feels there
 * @param axles that touch the road
 * @param group toll group in which such a vehicle usually is
 */
public record VehicleKind(
    String word,
    double lengthM,
    double heightM,
    double tagBackM,
    double tagUpM,
    double metal,
    double bareFromM,
    double bareToM,
    double bareMetal,
    int axles,
    int group) {

  public static final VehicleKind CAR = whole("car", 4.5, 1.5, 1.4, 1.25, 2, 1);
  public static final VehicleKind VAN = whole("van", 5.6, 2.3, 0.9, 1.6, 2, 1);
  public static final VehicleKind COACH = whole("coach", 12, 3.5, 0.2, 1.7, 2, 3);
  public static final VehicleKind TRUCK = whole("truck", 8.5, 3.4, 0.4, 2.1, 2, 3);
  public static final VehicleKind CONTAINER = whole("container", 16, 4, 0.4, 2.3, 5, 5);

  /** A truck with a drawbar trailer. */
  public static final VehicleKind TRAILER =
      new VehicleKind("trailer", 18, 3.8, 0.4, 2.1, 1, 8.5, 10.7, 0.3, 5, 5);

  /** The same with a drawbar so high that a loop loses it. */
  public static final VehicleKind HIGH_TRAILER =
      new VehicleKind("high-trailer", 18, 3.8, 0.4, 2.1, 1, 8.2, 11.4, 0.02, 5, 5);

  public static final VehicleKind MOTORCYCLE =
      new VehicleKind("motorcycle", 2, 1.2, 0.4, 1, 0.45, 0, 0, 0.45, 2, 0);

  private static VehicleKind whole(
      String word,
      double lengthM,
      double heightM,
      double tagBackM,
      double tagUpM,
      int axles,
      int group) {
    return new VehicleKind(word, lengthM, heightM, tagBackM, tagUpM, 1, 0, 0, 1, axles, group);
  }

  /** What a loop feels of it with its nose at a place: the share of the loop times the metal. */
  public double felt(Span loop, double noseM) {
    double all = loop.coveredM(noseM - lengthM, noseM);
    double bare = loop.coveredM(noseM - bareToM, noseM - bareFromM);
    return (metal * (all - bare) + bareMetal * bare) / loop.lengthM();
  }
}
