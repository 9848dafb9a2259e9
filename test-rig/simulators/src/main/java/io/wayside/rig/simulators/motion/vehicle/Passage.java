// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.vehicle.Drive.Span;
import java.util.List;

/** One vehicle on its way over the site: where its parts are and what its wheels press. */
public final class Passage {
  /** So long a vehicle rolls before the site, that its bounce is that of the road. */
  private static final double ROLLING_S = 5;

  /** At least so much road before the site, however slow. */
  private static final double ROLLING_M = 15;

  /** A vehicle's body beside its tyres. */
  private static final double OVER_TRACK_M = 0.45;

  private final Vehicle vehicle;
  private final Drive drive;
  private final double lateralM;
  private final Span onSite;
  private final Ride ride;

  private Passage(Vehicle vehicle, Drive drive, double lateralM, Span onSite, Ride ride) {
    this.vehicle = vehicle;
    this.drive = drive;
    this.lateralM = lateralM;
    this.onSite = onSite;
    this.ride = ride;
  }

  /** Works out the ride of a vehicle over the part of the road between two places. */
  public static Passage over(
      RoadProfile road, Vehicle vehicle, Drive drive, double lateralM, double fromM, double toM) {
    Span onSite = presence(vehicle, drive, fromM, toM);
    double rolling =
        Math.max(ROLLING_S, ROLLING_M / Math.max(0.5, Math.abs(drive.speedMps(onSite.fromS()))));
    Ride ride =
        Ride.over(road, vehicle, drive, onSite.fromS() - rolling, onSite.fromS(), onSite.toS());
    return new Passage(vehicle, drive, lateralM, onSite, ride);
  }

  /** From the nose first at one place to the tail last at another. */
  public static Span presence(Vehicle vehicle, Drive drive, double fromM, double toM) {
    List<Double> in = drive.timesAt(fromM - vehicle.noseM());
    List<Double> out = drive.timesAt(toM + vehicle.wheelbaseM() + vehicle.tailM());
    if (in.isEmpty() || out.isEmpty()) {
      throw new IllegalArgumentException(
          vehicle.kind()
              + ": its drive does not cross the site from "
              + fromM
              + " to "
              + toM
              + " m; end it with a stretch that leaves");
    }
    return new Span(in.get(0), out.get(out.size() - 1));
  }

  /** The vehicle. */
  public Vehicle vehicle() {
    return vehicle;
  }

  /** How it drives. */
  public Drive drive() {
    return drive;
  }

  /** When any of it is on the site. */
  public Span onSite() {
    return onSite;
  }

  /** How far its middle is left of the lane's. */
  public double lateralM() {
    return lateralM;
  }

  /** Place of an axle's centre. */
  public double axleM(int axle, double timeS) {
    return drive.placeM(timeS) - vehicle.axles().get(axle).behindM();
  }

  /** When an axle's centre is between two places. */
  public List<Span> axleWithin(int axle, double fromM, double toM) {
    double behind = vehicle.axles().get(axle).behindM();
    return drive.within(fromM + behind, toM + behind);
  }

  /** What the wheels of an axle's side press on the road. */
  public double wheelN(int axle, boolean left, double timeS) {
    double share = vehicle.axles().get(axle).leftShare();
    return (left ? share : 1 - share) * ride.axleN(axle, left, timeS);
  }

  /** What a whole axle presses on the road. */
  public double axleN(int axle, double timeS) {
    return wheelN(axle, true, timeS) + wheelN(axle, false, timeS);
  }

  /** The tyres of an axle's side, metres left of the lane's middle. */
  public List<Tyres.Across> tyres(int axle, boolean left) {
    return vehicle.axles().get(axle).tyres().side(left).stream()
        .map(tyre -> tyre.shifted(lateralM))
        .toList();
  }

  /** Place of the nose. */
  public double noseM(double timeS) {
    return drive.placeM(timeS) + vehicle.noseM();
  }

  /** Place of the tail. */
  public double tailM(double timeS) {
    return drive.placeM(timeS) - vehicle.wheelbaseM() - vehicle.tailM();
  }

  /** What the body covers across the lane. */
  public Tyres.Across body() {
    double half = (vehicle.axles().get(0).tyres().trackM() + OVER_TRACK_M) / 2;
    return new Tyres.Across(lateralM - half, lateralM + half);
  }
}
