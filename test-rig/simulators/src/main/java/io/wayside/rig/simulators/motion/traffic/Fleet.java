// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import static io.wayside.rig.simulators.motion.traffic.AxlePlan.behind;
import static io.wayside.rig.simulators.motion.traffic.AxlePlan.first;
import static io.wayside.rig.simulators.motion.vehicle.Suspension.CAR;
import static io.wayside.rig.simulators.motion.vehicle.Suspension.DRIVE_AIR;
import static io.wayside.rig.simulators.motion.vehicle.Suspension.DRIVE_LEAF;
import static io.wayside.rig.simulators.motion.vehicle.Suspension.STEER_LEAF;
import static io.wayside.rig.simulators.motion.vehicle.Suspension.TRAILER_LEAF;

import io.wayside.rig.simulators.motion.traffic.VehicleKind.Cargo;
import io.wayside.rig.simulators.motion.traffic.VehicleKind.Coupling;
import io.wayside.rig.simulators.motion.traffic.VehicleKind.Outline;
import io.wayside.rig.simulators.motion.vehicle.Suspension;
import java.util.List;

/**
 * The kinds of vehicle on a Vietnamese highway. Masses and distances are plausible for the types
 * sold there, not drawn from a survey; full loads keep to the axle limits of the country.
 */
public final class Fleet {
  private static final Outline TRUCK = new Outline(1.35, 2.2, 1.9, 0.24, 1.0, 1.6, 0.6);
  private static final Outline TRACTOR = new Outline(1.4, 2.6, 1.9, 0.25, 1.1, 1.8, 0.55);

  /** A motorcycle with its riders. */
  public static final VehicleKind MOTORCYCLE =
      new VehicleKind(
          "MOTORCYCLE",
          List.of(
              first(Suspension.MOTORCYCLE, 70, 90),
              behind(1.27, 0.05, Suspension.MOTORCYCLE, 95, 190)),
          new Outline(0.3, 0.4, 0, 0.09, 0.8, 0.9, 0.25),
          Coupling.NONE,
          Cargo.PEOPLE,
          0,
          0.75);

  /** A passenger car. */
  public static final VehicleKind CAR_5_SEATS =
      new VehicleKind(
          "CAR",
          List.of(first(CAR, 640, 780), behind(2.62, 0.14, CAR, 470, 760)),
          new Outline(0.82, 0.85, 1.52, 0.19, 0.55, 0.6, 1),
          Coupling.NONE,
          Cargo.PEOPLE,
          0,
          1.1);

  /** A pickup or van. */
  public static final VehicleKind PICKUP =
      new VehicleKind(
          "PICKUP",
          List.of(first(CAR, 1050, 1200), behind(3.2, 0.2, CAR, 850, 1700)),
          new Outline(0.95, 1.2, 1.58, 0.22, 0.7, 0.85, 0.9),
          Coupling.NONE,
          Cargo.GOODS,
          0,
          1.05);

  /** A minibus of 29 seats. */
  public static final VehicleKind MINIBUS =
      new VehicleKind(
          "MINIBUS",
          List.of(
              first(STEER_LEAF, 1800, 2500), behind(4.085, 0.1, DRIVE_LEAF, 2400, 4600).onDuals()),
          new Outline(1.0, 1.95, 1.65, 0.18, 0.9, 1.1, 0.8),
          Coupling.NONE,
          Cargo.PEOPLE,
          0,
          1);

  /** A coach with two axles. */
  public static final VehicleKind BUS_2 =
      new VehicleKind(
          "BUS_2",
          List.of(
              first(STEER_LEAF, 4300, 5900), behind(6.0, 0.15, DRIVE_LEAF, 7400, 10_000).onDuals()),
          new Outline(2.5, 3.3, 1.95, 0.25, 1.1, 1.3, 0.7),
          Coupling.NONE,
          Cargo.PEOPLE,
          0.7,
          1);

  /** A sleeper coach with three axles. */
  public static final VehicleKind BUS_3 =
      new VehicleKind(
          "BUS_3",
          List.of(
              first(STEER_LEAF, 5200, 6600),
              behind(5.9, 0.1, DRIVE_LEAF, 6800, 9800).onDuals(),
              behind(1.4, 0.03, TRAILER_LEAF, 3300, 5600)),
          new Outline(2.5, 2.3, 1.95, 0.25, 1.2, 1.4, 0.7),
          Coupling.NONE,
          Cargo.PEOPLE,
          0.9,
          1);

  /** A light truck with dual tyres behind. */
  public static final VehicleKind TRUCK_2_LIGHT =
      new VehicleKind(
          "TRUCK_2_LIGHT",
          List.of(
              first(STEER_LEAF, 1500, 2300), behind(3.4, 0.35, DRIVE_LEAF, 1250, 4700).onDuals()),
          new Outline(1.1, 1.5, 1.6, 0.18, 0.8, 1.3, 0.75),
          Coupling.NONE,
          Cargo.GOODS,
          0,
          1);

  /** A truck with two axles. */
  public static final VehicleKind TRUCK_2 =
      new VehicleKind(
          "TRUCK_2",
          List.of(
              first(STEER_LEAF, 2900, 5500), behind(4.8, 0.5, DRIVE_LEAF, 2700, 9900).onDuals()),
          TRUCK,
          Coupling.NONE,
          Cargo.GOODS,
          0,
          0.95);

  /** A truck with three axles. */
  public static final VehicleKind TRUCK_3 =
      new VehicleKind(
          "TRUCK_3",
          List.of(
              first(STEER_LEAF, 4500, 6400),
              behind(4.6, 0.5, DRIVE_LEAF, 2900, 8800).onDuals(),
              behind(1.33, 0.02, DRIVE_LEAF, 2800, 8700).onDuals()),
          TRUCK,
          Coupling.NONE,
          Cargo.GOODS,
          0,
          0.92);

  /** A truck with two steered and two driven axles. */
  public static final VehicleKind TRUCK_4 =
      new VehicleKind(
          "TRUCK_4",
          List.of(
              first(STEER_LEAF, 3900, 6400),
              behind(1.87, 0.05, STEER_LEAF, 3500, 6200),
              behind(3.7, 0.4, DRIVE_LEAF, 2700, 8700).onDuals(),
              behind(1.33, 0.02, DRIVE_LEAF, 2600, 8600).onDuals()),
          TRUCK,
          Coupling.NONE,
          Cargo.GOODS,
          0,
          0.9);

  /** Tractor with two axles, semitrailer with one. */
  public static final VehicleKind SEMI_3 =
      new VehicleKind(
          "SEMI_3",
          List.of(
              first(STEER_LEAF, 4600, 6000),
              behind(3.6, 0.2, DRIVE_LEAF, 3700, 9900).onDuals(),
              behind(7.2, 0.6, TRAILER_LEAF, 2600, 9600).onDuals()),
          TRACTOR,
          Coupling.kingpin(1, 3.1, 6600),
          Cargo.GOODS,
          0.1,
          0.92);

  /** Tractor with two axles, semitrailer with two. */
  public static final VehicleKind SEMI_4 =
      new VehicleKind(
          "SEMI_4",
          List.of(
              first(STEER_LEAF, 4700, 6100),
              behind(3.6, 0.2, DRIVE_LEAF, 3800, 9900).onDuals(),
              behind(6.8, 0.6, TRAILER_LEAF, 2000, 8500).onDuals(),
              behind(1.31, 0.02, TRAILER_LEAF, 2000, 8500).onDuals()),
          TRACTOR,
          Coupling.kingpin(2, 3.1, 6800),
          Cargo.GOODS,
          0.1,
          0.9);

  /** Tractor with three axles, semitrailer with two. */
  public static final VehicleKind SEMI_5 =
      new VehicleKind(
          "SEMI_5",
          List.of(
              first(STEER_LEAF, 5000, 6400),
              behind(3.25, 0.1, DRIVE_LEAF, 3000, 8700).onDuals(),
              behind(1.35, 0.02, DRIVE_LEAF, 2900, 8600).onDuals(),
              behind(6.3, 0.6, TRAILER_LEAF, 2000, 8600).onDuals(),
              behind(1.31, 0.02, TRAILER_LEAF, 2000, 8500).onDuals().raisable()),
          TRACTOR,
          Coupling.kingpin(2, 3.65, 8800),
          Cargo.GOODS,
          0.15,
          0.9);

  /** Tractor with three axles, semitrailer with three. */
  public static final VehicleKind SEMI_6 =
      new VehicleKind(
          "SEMI_6",
          List.of(
              first(STEER_LEAF, 5100, 6500),
              behind(3.25, 0.1, DRIVE_LEAF, 3100, 8700).onDuals(),
              behind(1.35, 0.02, DRIVE_LEAF, 3000, 8600).onDuals(),
              behind(5.6, 0.6, TRAILER_LEAF, 1950, 7900).onDuals().raisable(),
              behind(1.31, 0.02, TRAILER_LEAF, 1950, 7900).onDuals(),
              behind(1.31, 0.02, TRAILER_LEAF, 1950, 7900).onDuals()),
          TRACTOR,
          Coupling.kingpin(3, 3.65, 8800),
          Cargo.GOODS,
          0.15,
          0.88);

  /** Truck with three axles and a drawbar trailer with two. */
  public static final VehicleKind TRUCK_TRAILER =
      new VehicleKind(
          "TRUCK_TRAILER",
          List.of(
              first(STEER_LEAF, 4600, 6300),
              behind(4.5, 0.3, DRIVE_LEAF, 3100, 8600).onDuals(),
              behind(1.33, 0.02, DRIVE_LEAF, 3000, 8500).onDuals(),
              behind(4.9, 0.3, TRAILER_LEAF, 2200, 8800).onDuals(),
              behind(4.6, 0.4, TRAILER_LEAF, 2200, 8800).onDuals()),
          TRUCK,
          Coupling.drawbar(2),
          Cargo.GOODS,
          0,
          0.88);

  /** All of them, the light ones first. */
  public static final List<VehicleKind> ALL =
      List.of(
          MOTORCYCLE,
          CAR_5_SEATS,
          PICKUP,
          MINIBUS,
          BUS_2,
          BUS_3,
          TRUCK_2_LIGHT,
          TRUCK_2,
          TRUCK_3,
          TRUCK_4,
          SEMI_3,
          SEMI_4,
          SEMI_5,
          SEMI_6,
          TRUCK_TRAILER);

  private Fleet() {}

  /** What a kind's axles stand on when the vehicle has air springs: all but the first. */
  static Suspension onAir(Suspension usual) {
    if (usual.equals(DRIVE_LEAF)) {
      return DRIVE_AIR;
    }
    return usual.equals(TRAILER_LEAF) ? Suspension.TRAILER_AIR : usual;
  }
}
