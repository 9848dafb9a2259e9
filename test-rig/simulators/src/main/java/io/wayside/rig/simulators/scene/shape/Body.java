// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import java.util.List;
import java.util.Random;

/**
 * One vehicle or person as it looks.
 *
 * @param faces around the middle of what it covers of the road
 */
public record Body(VehicleKind kind, double lengthM, double widthM, List<Face> faces) {

  public Body {
    faces = List.copyOf(faces);
  }

  /** One of its kind; the same seed gives the same. */
  public static Body of(VehicleKind kind, long seed) {
    Random random = new Random(seed * 0x9e3779b97f4a7c15L + kind.word().hashCode());
    random.nextDouble(); // the first of neighbouring seeds are alike
    double size = random.nextDouble();
    double length = kind.lengthM(size);
    double width = kind.widthM(0.5 * size + 0.5 * random.nextDouble());
    List<Face> faces =
        switch (kind) {
          case MOTORCYCLE -> TwoWheelers.motorcycle(length, width, random);
          case CAR -> Cars.car(length, width, random);
          case VAN -> Cars.van(length, width, random);
          case BUS -> HeavyVehicles.bus(length, width, random);
          case TRUCK -> HeavyVehicles.truck(length, width, random);
          case TRUCK_TRAILER -> HeavyVehicles.truckTrailer(length, width, random);
          case PEDESTRIAN -> TwoWheelers.pedestrian(random);
        };
    return new Body(kind, length, width, faces);
  }

  public double topM() {
    return faces.stream()
        .flatMap(face -> face.corners().stream())
        .mapToDouble(corner -> corner.z())
        .max()
        .orElse(0);
  }
}
