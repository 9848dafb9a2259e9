// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often each kind of vehicle comes.
 *
 * @param parts the kinds with their weights, which need not add up to anything
 */
public record Mix(List<Part> parts) {
  /** A kind and its weight. */
  public record Part(VehicleKind kind, double weight) {}

  /** A highway: all kinds, a third of them with three axles or more. */
  public static final Mix HIGHWAY =
      new Mix(List.of())
          .with(Fleet.MOTORCYCLE, 8)
          .with(Fleet.CAR_5_SEATS, 22)
          .with(Fleet.PICKUP, 8)
          .with(Fleet.MINIBUS, 4)
          .with(Fleet.BUS_2, 5)
          .with(Fleet.BUS_3, 3)
          .with(Fleet.TRUCK_2_LIGHT, 8)
          .with(Fleet.TRUCK_2, 9)
          .with(Fleet.TRUCK_3, 7)
          .with(Fleet.TRUCK_4, 5)
          .with(Fleet.SEMI_3, 1)
          .with(Fleet.SEMI_4, 3)
          .with(Fleet.SEMI_5, 6)
          .with(Fleet.SEMI_6, 9)
          .with(Fleet.TRUCK_TRAILER, 2);

  /** What is sent over a scale: no motorcycles, few cars. */
  public static final Mix HEAVY =
      new Mix(List.of())
          .with(Fleet.PICKUP, 3)
          .with(Fleet.BUS_2, 5)
          .with(Fleet.BUS_3, 3)
          .with(Fleet.TRUCK_2_LIGHT, 8)
          .with(Fleet.TRUCK_2, 15)
          .with(Fleet.TRUCK_3, 17)
          .with(Fleet.TRUCK_4, 14)
          .with(Fleet.SEMI_3, 2)
          .with(Fleet.SEMI_4, 6)
          .with(Fleet.SEMI_5, 11)
          .with(Fleet.SEMI_6, 13)
          .with(Fleet.TRUCK_TRAILER, 3);

  /** A road into town at seven in the morning. */
  public static final Mix MOTORCYCLES =
      new Mix(List.of())
          .with(Fleet.MOTORCYCLE, 85)
          .with(Fleet.CAR_5_SEATS, 10)
          .with(Fleet.PICKUP, 2)
          .with(Fleet.TRUCK_2_LIGHT, 3);

  /** Keeps its list. */
  public Mix {
    parts = List.copyOf(parts);
  }

  /** One kind only. */
  public static Mix only(VehicleKind kind) {
    return new Mix(List.of()).with(kind, 1);
  }

  /** The same and one more kind. */
  public Mix with(VehicleKind kind, double weight) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(kind, weight));
    return new Mix(more);
  }

  VehicleKind draw(SplittableRandom random) {
    double left = random.nextDouble() * parts.stream().mapToDouble(Part::weight).sum();
    for (Part part : parts) {
      left -= part.weight;
      if (left < 0) {
        return part.kind;
      }
    }
    return parts.get(parts.size() - 1).kind;
  }
}
