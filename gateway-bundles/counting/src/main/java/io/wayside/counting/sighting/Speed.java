// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.BlockFit;
import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.BodyFit;
import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.Outline;
import io.wayside.counting.ground.RidingBlock;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a vehicle was and when it crossed: as the block that rides through all its outlines.
 * What its outlines leave open is not told, for a wrong speed is worse than none.
 */
final class Speed {

  /** Standard error of a speed that is told, relative: 95 of 100 are within twice that. */
  private static final double SURE = 0.03;

  /** What is so many usual spreads larger or smaller than a vehicle was a part, or several. */
  private static final double STRANGE = 3;

  /** An edge within so many pixels of the border of the picture may lie beyond it. */
  private static final double BORDER_PX = 1;

  private final Ground ground;
  private final CameraView view;
  private final double widthPx;
  private final double heightPx;

  /** For pictures of this size. */
  Speed(Ground ground, CameraView view, double widthPx, double heightPx) {
    this.ground = ground;
    this.view = view;
    this.widthPx = widthPx;
    this.heightPx = heightPx;
  }

  /**
   * A block that rides, and the moment that is its time 0.
   *
   * @param zeroS that moment
   */
  record Ridden(RidingBlock block, double zeroS) {

    double mps() {
      return block.speedMps();
    }

    /** When its middle is on the line through two places of the road; never along it. */
    OptionalDouble crossesS(Point from, Point to) {
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      Point middle = block.middle();
      double beside = dx * (middle.y() - from.y()) - dy * (middle.x() - from.x());
      double nearing = dx * block.mps().y() - dy * block.mps().x();
      return nearing == 0 ? OptionalDouble.empty() : OptionalDouble.of(zeroS - beside / nearing);
    }
  }

  /**
   * How it rode, if its outlines tell.
   *
   * @param alone places at which its foreground was its own
   * @param rough how it rode by its road contacts
   * @param usual a body like it
   */
  Optional<Ridden> of(List<Step> alone, Ride rough, Body usual) {
    return BodyFit.middle(usual, rough.mean(), rough.heading(), ground, view)
        .map(middle -> new RidingBlock(middle, rough.heading(), usual))
        .flatMap(start -> BlockFit.of(outlines(alone, rough.meanS()), start, view))
        .filter(fit -> fit.speedError() < SURE && fit.strain() < STRANGE)
        .map(fit -> new Ridden(fit.block(), rough.meanS()));
  }

  /** When it crossed a line, if both of the line's ends lie on the road. */
  OptionalDouble crossedS(Ridden ridden, CountingLine line) {
    Optional<Point> from = ground.onRoad(line.from());
    Optional<Point> to = ground.onRoad(line.to());
    return from.isPresent() && to.isPresent()
        ? ridden.crossesS(from.get(), to.get())
        : OptionalDouble.empty();
  }

  private List<Outline> outlines(List<Step> alone, double fromS) {
    return alone.stream()
        .map(
            step -> Outline.within(widthPx, heightPx, BORDER_PX, step.atS() - fromS, step.looked()))
        .toList();
  }
}
