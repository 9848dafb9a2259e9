// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Whether a tag went with what has just been over the safety loop. The lane's antennas hear a tag
 * until its car is under the arm and not behind it: a tag that was heard up to the safety loop and
 * is silent since has gone with it, and one that is heard on as strong stands in the lane still.
 */
final class Departure {

  /** What the tag says. */
  enum Word {
    LEFT,
    STAYED,
    /** Heard on, but not as strong: it is not known to have left. */
    UNCLEAR,
    /** It was too weak, or the reader silent: it says neither. */
    UNKNOWN
  }

  private static final long MS = 1_000_000;

  /** Last heard so long before the safety loop it may have gone elsewhere. */
  private static final long FRESH_NANOS = 1_500 * MS;

  /** Sightings are kept in bins; those of the bin in which the gap began do not count. */
  private static final long SETTLE_NANOS = 100 * MS;

  private static final long LATELY_NANOS = 200 * MS;
  private static final double STILL_DB = 6;

  private final Scene scene;

  Departure(Scene scene) {
    this.scene = scene;
  }

  /** Of the last of several that were on one pulse of the safety loop. */
  Word ofLast(Vehicle vehicle, Vehicle over) {
    return scene.detectors.knownFree(Detector.CURTAIN)
        ? of(vehicle, over, scene.detectors.fell(Detector.CURTAIN))
        : Word.UNKNOWN;
  }

  /** Of a vehicle over the safety loop, or one that takes credit for the same passage. */
  Word of(Vehicle vehicle, Vehicle over) {
    return of(vehicle, over, over.hasGap ? over.gapNanos : scene.time.now());
  }

  private Word of(Vehicle vehicle, Vehicle over, long gapNanos) {
    HeardTag tag = vehicle.tag;
    if (tag == null || !tag.heardInLane) {
      return Word.UNKNOWN;
    }
    double floor = scene.rules.identifying().floorDbm();
    long now = scene.time.now();
    long from = now - LATELY_NANOS;
    if (gapNanos + SETTLE_NANOS - from < 0) {
      from = gapNanos + SETTLE_NANOS; // its rear was behind the arm
    }
    HeardTag.Window after = tag.between(from, now, floor);
    double before = tag.between(vehicle.beganNanos, over.crossedNanos, floor).laneDbm();
    if (after.lane() > 1 && after.laneDbm() > before - STILL_DB) {
      return Word.STAYED;
    }
    if (after.lane() > 0) {
      return Word.UNCLEAR;
    }
    boolean alongside = tag.lastLaneNanos - (over.crossedNanos - FRESH_NANOS) >= 0;
    return alongside ? Word.LEFT : Word.UNKNOWN;
  }
}
