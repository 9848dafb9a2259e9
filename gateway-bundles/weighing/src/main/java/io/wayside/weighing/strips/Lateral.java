// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle.Tyres;
import io.wayside.weighing.motion.MotionFlags;
import java.util.List;
import java.util.Objects;

/** Where in the lane the wheels rolled, as far as half-lines and slanted lines tell. */
final class Lateral {

  // The axles of trucks and cars are loaded evenly to within this; more is camber, or a wheel
  // beside.
  private static final double LEAST_RATIO = 0.6;
  private static final double MOST_RATIO = 1.6;
  // Of the half-lines of one side that should have seen an axle.
  private static final double SIDE_SEEN = 0.2;
  private static final double EDGE_M = 0.15;
  private static final double DUAL_M = 0.45;
  // Between the middles of left and right wheels of trucks, half of a dual tyre's width and
  // what a place is uncertain by.
  private static final double TRACK_M = 1.9;
  private static final double HALF_DUAL_M = 0.35;

  private final Layout layout;
  private final Slant slant;

  Lateral(Layout layout) {
    this.layout = layout;
    this.slant = new Slant(layout);
  }

  /** The halves that this vehicle's wheels roll over: a motorcycle rolls over one side only. */
  boolean[] wanted(List<AxleTrack> axles) {
    boolean left = seen(axles, Side.LEFT) > SIDE_SEEN;
    boolean right = seen(axles, Side.RIGHT) > SIDE_SEEN;
    boolean[] wanted = new boolean[layout.detectors().size()];
    for (Detector detector : layout.detectors()) {
      wanted[detector.index()] =
          switch (detector.half().side()) {
            case LEFT -> left || !right;
            case RIGHT -> right || !left;
            case BOTH -> layout.weighs(detector);
          };
    }
    return wanted;
  }

  /**
   * Share of the half-lines of a side that saw their axles; 1 where there are none of that side.
   */
  private double seen(List<AxleTrack> axles, Side side) {
    List<Detector> there =
        layout.detectors().stream().filter(d -> d.half().side() == side).toList();
    if (there.isEmpty()) {
      return 1;
    }
    long seen = axles.stream().mapToLong(a -> there.stream().filter(a::has).count()).sum();
    return (double) seen / (there.size() * axles.size());
  }

  boolean oneSideOnly(List<AxleTrack> axles) {
    return seen(axles, Side.LEFT) <= SIDE_SEEN || seen(axles, Side.RIGHT) <= SIDE_SEEN;
  }

  static boolean unbalanced(double leftN, double rightN) {
    double ratio = leftN / rightN;
    return ratio < LEAST_RATIO || ratio > MOST_RATIO;
  }

  /** What slanted lines tell against an axle. */
  Flags edges(AxleTrack axle) {
    for (Detector detector : layout.slanted().stream().filter(layout::weighs).toList()) {
      double y = slant.lateralM(axle, detector);
      boolean beyondRight = y < detector.half().fromM() + EDGE_M;
      boolean beyondLeft = y > detector.half().toM() - EDGE_M;
      // The inner end of a half is the middle of the lane: the other half lies there.
      if ((beyondRight && detector.half().side() != Side.LEFT)
          || (beyondLeft && detector.half().side() != Side.RIGHT)) {
        return Flags.of(MotionFlags.OFF_SCALE);
      }
    }
    return Flags.NONE;
  }

  /** Whether the outer tyre of one side must have rolled past the end of the strips. */
  boolean beyond(AxleTrack axle) {
    double wheel = axle.lateralM();
    double other = wheel - Math.signum(wheel) * TRACK_M;
    double reachLeft =
        layout.base().stream().mapToDouble(d -> d.half().toM()).max().orElse(Double.NaN);
    double reachRight =
        layout.base().stream().mapToDouble(d -> d.half().fromM()).min().orElse(Double.NaN);
    return Math.max(wheel, other) > reachLeft - HALF_DUAL_M
        || Math.min(wheel, other) < reachRight + HALF_DUAL_M;
  }

  /**
   * Width of the tyres of an axle across the lane, from how much longer a wheel takes over a
   * slanted line; NaN without one.
   */
  double tyreWidthM(AxleTrack axle) {
    double straight =
        layout.base().stream()
            .filter(axle::has)
            .mapToDouble(
                d ->
                    Objects.requireNonNull(axle.on(d)).footWidth() / pace(axle) - d.line().widthM())
            .average()
            .orElse(Double.NaN);
    return layout.slanted().stream()
        .filter(d -> axle.has(d) && layout.weighs(d))
        .mapToDouble(
            d -> {
              double foot = Objects.requireNonNull(axle.on(d)).footWidth() / pace(axle);
              double strip = d.line().widthM() / Math.cos(Math.toRadians(d.line().angleDeg()));
              return (foot - strip - straight) / Math.abs(d.tangent());
            })
        .average()
        .orElse(Double.NaN);
  }

  private double pace(AxleTrack axle) {
    return Math.abs(axle.slowness(layout.base()));
  }

  Tyres tyres(AxleTrack axle) {
    double width = tyreWidthM(axle);
    if (Double.isNaN(width)) {
      return Tyres.NOT_TOLD;
    }
    return width > DUAL_M ? Tyres.DUAL : Tyres.SINGLE;
  }
}
