// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Drive;
import java.util.Locale;
import java.util.SplittableRandom;

/** How a driver crosses the site. */
public enum Manner {
  /** One speed all the way. */
  STEADY,
  /** Speeds up somewhere on the site. */
  SPEED_UP,
  /** Slows down somewhere on the site, without stopping. */
  BRAKE,
  /** Stops once or twice on the site. */
  STOP_AND_GO,
  /** Stops, rolls back a little, and goes on. */
  REVERSE,
  /** Stops with the middle of the axles at the reference, waits to be weighed, goes on. */
  STAND;

  private static final double BEFORE_M = 30;

  /** A drive that comes to the site at the given speed; its time begins anywhere. */
  Drive drive(double speedMps, Stage stage, double wheelbaseM, SplittableRandom random) {
    double start = stage.fromM() - BEFORE_M;
    Drive steady = Drive.steady(0, start, speedMps);
    return switch (this) {
      case STEADY -> steady;
      case SPEED_UP ->
          steady
              .thenUntil(within(stage, random))
              .thenTo(speedMps * random.nextDouble(1.1, 1.3), random.nextDouble(0.3, 1.2));
      case BRAKE ->
          steady
              .thenUntil(within(stage, random))
              .thenTo(speedMps * random.nextDouble(0.6, 0.9), random.nextDouble(0.5, 2.5));
      case STOP_AND_GO -> stopAndGo(steady, speedMps, stage, wheelbaseM, random);
      case REVERSE -> {
        double stop = random.nextDouble(stage.fromM() + 1, stage.toM() + wheelbaseM);
        double back = random.nextDouble(0.5, 1.2);
        yield halt(steady, speedMps, stop, random)
            .thenTo(-back, 0.5)
            .thenFor(random.nextDouble(0.5, 3), 0)
            .thenTo(0, 0.5)
            .thenFor(random.nextDouble(0.5, 2), 0)
            .thenTo(speedMps, 0.8);
      }
      case STAND ->
          halt(steady, speedMps, stage.referenceM() + wheelbaseM / 2, random)
              .thenFor(random.nextDouble(6, 12), 0)
              .thenTo(speedMps, 0.6);
    };
  }

  /** The word for the truth. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double within(Stage stage, SplittableRandom random) {
    return random.nextDouble(stage.fromM() - 8, stage.toM());
  }

  private static Drive stopAndGo(
      Drive steady, double speedMps, Stage stage, double wheelbaseM, SplittableRandom random) {
    double end = stage.toM() + wheelbaseM;
    Drive drive = steady;
    double speed = speedMps;
    double at = stage.fromM() - BEFORE_M;
    double stop = random.nextDouble(stage.fromM(), end);
    while (stop < end) {
      drive = halt(drive, speed, stop, random).thenFor(random.nextDouble(1, 8), 0);
      at = stop;
      speed = speedMps * random.nextDouble(0.5, 1);
      drive = drive.thenTo(speed, random.nextDouble(0.4, 1.0));
      stop = at + speed * speed * 2.5 + random.nextDouble(1, 12);
    }
    return drive;
  }

  /** Brakes so as to stand at a place; a driver that comes too fast brakes harder. */
  private static Drive halt(Drive drive, double speedMps, double placeM, SplittableRandom random) {
    double rate = random.nextDouble(0.5, 1.2);
    double way = placeM - drive.endM();
    double needed = speedMps * speedMps / (2 * Math.max(0.1, way * 0.9));
    double braking = Math.max(rate, needed);
    return drive.thenUntil(placeM - speedMps * speedMps / (2 * braking)).thenTo(0, braking);
  }
}
