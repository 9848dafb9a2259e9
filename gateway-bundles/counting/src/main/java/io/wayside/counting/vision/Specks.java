// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sorts out blobs that are too small to be a vehicle anywhere in the picture: a rider far away is
 * as small, and so is the window of a car near by. Such a blob stays where it goes on what is
 * followed, where it is far from all others, and where it has the outline of one vehicle, but not
 * together with another blob.
 */
final class Specks {

  /** Parts of one vehicle are nearer to each other. */
  private static final double FAR_M = 3;

  /** So near to a vehicle lie its shadow and what stands out of it. */
  private static final double BESIDE_M = 1;

  private final double surePx;
  private final Yardstick road;
  private final OneBody body;

  /**
   * With the measure of a road.
   *
   * @param surePx a blob with so many pixels is no speck
   */
  Specks(double surePx, Yardstick road) {
    this.surePx = surePx;
    this.road = road;
    this.body = new OneBody(road);
  }

  /**
   * All others.
   *
   * @param riders whether what is alike may be riders side by side: lamps are alike as well
   */
  List<Blob> without(
      List<Blob> blobs,
      Predicate<Box> followed,
      Predicate<Box> known,
      boolean riders,
      Function<Blob, Point> motion) {
    return blobs.stream()
        .filter(
            blob ->
                blob.area() >= surePx
                    || followed.test(blob.box())
                    || isFar(blob, blobs, known, motion.apply(blob))
                    || isVehicle(blob, blobs, motion.apply(blob))
                    || (riders && isOfRank(blob, blobs, motion.apply(blob))))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // all but itself
  private boolean isFar(Blob blob, List<Blob> blobs, Predicate<Box> known, Point motion) {
    return blobs.stream()
        .allMatch(
            other ->
                other.equals(blob)
                    || body.gapM(other.box(), blob.box()) > FAR_M
                    || (known.test(other.box()) && !areOne(blob, other, motion)));
  }

  private boolean isOfRank(Blob blob, List<Blob> blobs, Point motion) {
    return !body.slants(blob.box().foot()) && Rank.isOf(blob, near(blob, blobs), motion);
  }

  private List<Blob> near(Blob blob, List<Blob> blobs) {
    return blobs.stream()
        .filter(other -> !other.equals(blob) && body.gapM(other.box(), blob.box()) <= FAR_M)
        .toList();
  }

  /** What is known as a vehicle of its own has no parts beside it. */
  private boolean areOne(Blob blob, Blob other, Point motion) {
    return body.gapM(other.box(), blob.box()) < BESIDE_M
        || road.holdsOne(other.box().with(blob.box()), motion);
  }

  @SuppressWarnings("ReferenceEquality") // all but itself
  private boolean isVehicle(Blob blob, List<Blob> blobs, Point motion) {
    return road.holdsOne(blob.box(), motion)
        && blobs.stream()
            .noneMatch(
                other ->
                    !other.equals(blob) && road.holdsOne(other.box().with(blob.box()), motion));
  }
}
