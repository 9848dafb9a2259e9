// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Yardstick;
import java.util.Optional;
import java.util.function.Predicate;

/** The road by its ground points, and usual vehicles on it as the camera would see them. */
public final class MeasuredRoad implements Yardstick {

  /** Outlines differ from those of usual vehicles by this logarithm at most, each way. */
  private static final double TOLERANCE = 0.26;

  private static final double AHEAD_PX = 4;

  private final Ground ground;
  private final CameraView view;

  public MeasuredRoad(Ground ground, CameraView view) {
    this.ground = ground;
    this.view = view;
  }

  @Override
  public boolean holdsOne(Box box, Point motion) {
    return holds(box, motion, body -> true);
  }

  @Override
  public boolean holdsCar(Box box, Point motion) {
    return holds(box, motion, body -> body.kind() == Kind.LIGHT);
  }

  private boolean holds(Box box, Point motion, Predicate<Body> which) {
    Optional<Point> foot = ground.onRoad(box.foot());
    Optional<Point> heading = foot.flatMap(m -> heading(box.foot(), m, motion));
    return heading.isPresent()
        && Body.ALL.stream()
            .filter(which)
            .anyMatch(body -> BodyFit.fits(body, box, heading.get(), ground, view, TOLERANCE));
  }

  @Override
  public Optional<Point> middle(Box box, Point motion) {
    return ground
        .onRoad(box.foot())
        .flatMap(foot -> heading(box.foot(), foot, motion))
        .flatMap(heading -> BodyFit.of(box, heading, ground, view))
        .filter(fit -> fit.misfit() < TOLERANCE)
        .map(fit -> ground.inPicture(fit.middle()));
  }

  private Optional<Point> heading(Point footPx, Point foot, Point motion) {
    double length = Math.hypot(motion.x(), motion.y());
    if (length == 0) {
      return Optional.empty();
    }
    double step = AHEAD_PX / length;
    return ground
        .onRoad(new Point(footPx.x() + step * motion.x(), footPx.y() + step * motion.y()))
        .map(m -> new Point(m.x() - foot.x(), m.y() - foot.y()));
  }

  @Override
  public double apartM(Point a, Point b) {
    Optional<Point> there = ground.onRoad(a);
    Optional<Point> here = ground.onRoad(b);
    return there.isPresent() && here.isPresent()
        ? there.get().distance(here.get())
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public Optional<Point> onRoad(Point px) {
    return ground.onRoad(px);
  }

  @Override
  public Optional<Point> inPicture(Point m) {
    return ground.seen(m);
  }
}
