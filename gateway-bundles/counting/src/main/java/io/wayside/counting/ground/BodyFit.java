// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which body would look like a box of the picture: each is put where its outline has the box's
 * lower edge, and the one whose outline is as wide and as high fits best.
 *
 * @param misfit mean logarithmic error of width and height; 0 fits
 * @param confidence how much worse every body of another kind fits, 0 to 1
 */
public record BodyFit(Body body, Point middle, double misfit, double confidence) {

  /** Misfits that differ by that much are told apart with a confidence of 0.88. */
  private static final double TELLS = 0.15;

  /** Beyond it is none of them. */
  private static final double NONE = 0.45;

  private static final int ROUNDS = 4;

  /** None when the box stands at or above the horizon. */
  public static Optional<BodyFit> of(Box box, Point heading, Ground ground, CameraView view) {
    Optional<Point> foot = ground.onRoad(box.foot());
    if (foot.isEmpty()) {
      return Optional.empty();
    }
    Map<Kind, BodyFit> best = new EnumMap<>(Kind.class);
    for (Body body : Body.ALL) {
      placed(body, box, foot.get(), heading, ground, view)
          .ifPresent(
              fit -> best.merge(body.kind(), fit, (a, b) -> a.misfit() <= b.misfit() ? a : b));
    }
    return best.values().stream()
        .min((a, b) -> Double.compare(a.misfit(), b.misfit()))
        .map(first -> first.judged(best));
  }

  private BodyFit judged(Map<Kind, BodyFit> all) {
    double second =
        all.values().stream()
            .filter(other -> other.body().kind() != body.kind())
            .mapToDouble(BodyFit::misfit)
            .min()
            .orElse(1);
    double apart = 0.5 + 0.5 * Math.tanh((second - misfit) / TELLS);
    double fits = Math.exp(-Math.pow(misfit / NONE, 2));
    return new BodyFit(body, middle, misfit, apart * fits);
  }

  /** Its kind; what fits nothing is no vehicle that is known. */
  public Kind kind() {
    return misfit > NONE ? Kind.OTHER : body.kind();
  }

  /** Whether this body there looks as wide and as high as a box, each within a logarithm. */
  static boolean fits(
      Body body, Box box, Point heading, Ground ground, CameraView view, double within) {
    return ground
        .onRoad(box.foot())
        .flatMap(foot -> middle(body, foot, heading, ground, view))
        .map(middle -> view.outline(middle, heading, body))
        .filter(outline -> Math.abs(Math.log(outline.w() / box.w())) < within)
        .filter(outline -> Math.abs(Math.log(outline.h() / box.h())) < within)
        .isPresent();
  }

  /** Where its middle is when its outline stands on this place of the road. */
  public static Optional<Point> middle(
      Body body, Point foot, Point heading, Ground ground, CameraView view) {
    Point middle = foot;
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Point> at = ground.onRoad(view.outline(middle, heading, body).foot());
      if (at.isEmpty()) {
        return Optional.empty();
      }
      middle =
          new Point(middle.x() + foot.x() - at.get().x(), middle.y() + foot.y() - at.get().y());
    }
    return Optional.of(middle);
  }

  private static Optional<BodyFit> placed(
      Body body, Box box, Point foot, Point heading, Ground ground, CameraView view) {
    return middle(body, foot, heading, ground, view)
        .map(middle -> held(body, box, middle, heading, view));
  }

  private static BodyFit held(Body body, Box box, Point middle, Point heading, CameraView view) {
    Box outline = view.outline(middle, heading, body);
    double width = Math.log(outline.w() / box.w());
    double height = Math.log(outline.h() / box.h());
    return new BodyFit(body, middle, (Math.abs(width) + Math.abs(height)) / 2, 0);
  }
}
