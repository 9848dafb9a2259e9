// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.LitVehicles;
import io.wayside.counting.sighting.Appraiser;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Followed;
import io.wayside.counting.vision.LineCounter;
import io.wayside.counting.vision.Occupied;
import io.wayside.counting.vision.Yardstick;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.opencv.core.Mat;

/** Pictures in, vehicles that crossed lines out. Not for several threads. */
public final class PictureCounter implements AutoCloseable {

  /** Pictures are made this wide: vehicles are large enough then, and a small computer keeps up. */
  private static final double WIDE = 320;

  /** What is filled at first, and what is too small for a vehicle, in a picture of that width. */
  private static final double FIRST_GAP = 7;

  private static final double SMALLEST = 95;

  /** A rider is 0.75 m wide and 1.6 m high; a part of that is seen at least. */
  private static final double RIDER_M2 = 1.2;

  private static final double SEEN_OF_RIDER = 0.25;

  /** Fewer pixels are noise wherever they are. */
  private static final double FEWEST = 25;

  /** Before that the background is not known. */
  private static final double LEARNS_S = 1;

  private static final double GAPS_EVERY_S = 2;

  private final double scaleX;
  private final double scaleY;
  private final MovingParts parts;
  private final LineCounter lines;
  private final Appraiser appraiser;
  private final Optional<NightEyes> night;
  private double startS = Double.NaN;
  private double gapsAtS;

  /**
   * For pictures of one size.
   *
   * @param plan in pixels of these pictures
   */
  public PictureCounter(Plan plan, int widthPx, int heightPx) {
    double factor = Math.min(1, WIDE / widthPx);
    int width = (int) Math.round(widthPx * factor);
    int height = (int) Math.round(heightPx * factor);
    this.scaleX = width / (double) widthPx;
    this.scaleY = height / (double) heightPx;
    Plan working = plan.scaled(scaleX, scaleY);
    double scale = width / WIDE;
    this.parts =
        new MovingParts(width, height, FIRST_GAP * scale, SMALLEST * scale * scale, working.mask());
    Optional<Yardstick> road = working.yardstick(width, height);
    if (road.isEmpty()) {
      parts.withoutGround();
    }
    double most = SMALLEST * scale * scale;
    parts.least(road.map(one -> least(one, most)).orElse(box -> Math.min(most, FEWEST)));
    this.lines =
        new LineCounter(
            working.lines(), width, height, working.ground().isPresent(), road, parts.sight());
    this.appraiser = new Appraiser(working, width, height);
    this.night =
        working
            .ground()
            .map(plane -> new LitVehicles(plane, new CameraView(plane, width, height)))
            .map(vehicles -> new NightEyes(vehicles, width));
  }

  private static ToDoubleFunction<Box> least(Yardstick road, double most) {
    return box -> Math.min(most, rider(road, box));
  }

  /** As much of the smallest vehicle as must be seen of it there, in pixels. */
  private static double rider(Yardstick road, Box box) {
    double metres = road.metresOfPixel(box.foot());
    return Math.max(FEWEST, RIDER_M2 * SEEN_OF_RIDER / (metres * metres));
  }

  /** What crossed a line by this picture (BGR). */
  public List<Sighting> see(Mat picture, double atS) {
    if (Double.isNaN(startS)) {
      startS = atS;
      gapsAtS = atS;
    }
    List<Blob> blobs = parts.of(picture, atS, lines.vehicles(), lines.standing());
    if (learns(atS)) {
      return List.of();
    }
    List<Sighting> sightings =
        lines.see(lit(blobs, atS), parts, atS).stream().map(appraiser::appraise).toList();
    if (atS - gapsAtS >= GAPS_EVERY_S) {
      gapsAtS = atS;
      lines.gaps().ifPresent(gap -> parts.fillGaps(gap.w(), gap.h()));
    }
    return sightings;
  }

  private List<Blob> lit(List<Blob> blobs, double atS) {
    return night
        .map(eyes -> eyes.see(parts, blobs, atS, lines::motionAt, lines.usualMotion()))
        .orElse(blobs);
  }

  /** What crossed and was not told yet, since no pictures follow. */
  public List<Sighting> rest() {
    return lines.rest().stream().map(appraiser::appraise).toList();
  }

  /** Whether the background is not known well enough to count. */
  public boolean learns(double atS) {
    return !(atS - startS >= LEARNS_S);
  }

  /** Whether vehicles stand at a line so that its counts are not to be relied upon. */
  public boolean isQueue(String line, double atS) {
    return lines.isQueue(line, atS);
  }

  /** When a vehicle was on a line, as far as that is settled by now and was not told yet. */
  public List<Occupied> occupied(String line, double atS) {
    return lines.occupied(line, atS);
  }

  /** The rest of it: no pictures follow. */
  public List<Occupied> restOccupied(String line) {
    return lines.restOccupied(line);
  }

  /** Vehicles near lines, in pixels of the pictures as they come. */
  public List<Followed> nearLines() {
    return lines.nearLines().stream().map(one -> one.scaled(1 / scaleX, 1 / scaleY)).toList();
  }

  @Override
  public void close() {
    parts.close();
    night.ifPresent(NightEyes::close);
  }
}
