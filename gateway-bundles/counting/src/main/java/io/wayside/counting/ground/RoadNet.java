// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A net of squares on the road as the camera sees it: where it does not lie on the road, the ground
 * points are wrong. It ends where squares would run into each other, which is before the horizon.
 */
public final class RoadNet {

  /** A side of a square: about as long as a car, half as wide again as a lane. */
  public static final double SQUARE_M = 5;

  /**
   * A line is drawn in pieces, and ends at the picture's edge; what is no piece long is left out.
   */
  private static final double PIECE_M = 1;

  private static final int HALVINGS = 16;

  private final Ground ground;
  private final double widthPx;
  private final double heightPx;
  private final double leastPx;

  /** A part of a line, straight in the picture. */
  public record Piece(Point from, Point to) {}

  /**
   * A line of the net.
   *
   * @param axis {@code x} or {@code y}, which is the same all along it
   * @param atM where on that axis
   */
  public record Strand(char axis, double atM, List<Piece> pieces) {

    public Strand {
      pieces = List.copyOf(pieces);
    }

    /** Where it is seen nearest to the camera. */
    public Point nearest() {
      return pieces.stream()
          .map(piece -> piece.from().y() > piece.to().y() ? piece.from() : piece.to())
          .max(Comparator.comparingDouble(Point::y))
          .orElseThrow();
    }
  }

  private RoadNet(Ground ground, double widthPx, double heightPx) {
    this.ground = ground;
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.leastPx = Math.max(4, widthPx / 128);
  }

  /** Its lines in a picture of this size; none where no square is of a size to be seen. */
  public static List<Strand> of(Ground ground, double widthPx, double heightPx) {
    return new RoadNet(ground, widthPx, heightPx).strands();
  }

  private List<Strand> strands() {
    List<Point> road = new ArrayList<>();
    double step = widthPx / 80;
    for (double y = 0; y <= heightPx; y += step) {
      for (double x = 0; x <= widthPx; x += step) {
        Point px = new Point(x, y);
        if (isClear(px)) {
          ground.onRoad(px).ifPresent(road::add);
        }
      }
    }
    List<Strand> strands = new ArrayList<>();
    if (!road.isEmpty()) {
      DoubleSummaryStatistics x = road.stream().mapToDouble(Point::x).summaryStatistics();
      DoubleSummaryStatistics y = road.stream().mapToDouble(Point::y).summaryStatistics();
      strands.addAll(strands('x', x, y));
      strands.addAll(strands('y', y, x));
    }
    return strands;
  }

  private List<Strand> strands(
      char axis, DoubleSummaryStatistics over, DoubleSummaryStatistics along) {
    List<Strand> strands = new ArrayList<>();
    for (double at = Math.ceil(over.getMin() / SQUARE_M) * SQUARE_M;
        at <= over.getMax();
        at += SQUARE_M) {
      double fixed = at;
      DoubleFunction<Point> line =
          axis == 'x' ? other -> new Point(fixed, other) : other -> new Point(other, fixed);
      List<Piece> pieces = new ArrayList<>();
      for (double m = along.getMin(); m < along.getMax(); m += PIECE_M) {
        piece(line.apply(m), line.apply(m + PIECE_M)).ifPresent(pieces::add);
      }
      if (!pieces.isEmpty()) {
        strands.add(new Strand(axis, fixed, pieces));
      }
    }
    return strands;
  }

  private Optional<Piece> piece(Point fromM, Point toM) {
    Optional<Point> from = ground.seen(fromM);
    Optional<Point> to = ground.seen(toM);
    if (from.isEmpty() || to.isEmpty() || !isClear(from.get().towards(to.get(), 0.5))) {
      return Optional.empty();
    }
    boolean begins = isInside(from.get());
    boolean ends = isInside(to.get());
    if (begins && ends) {
      return Optional.of(new Piece(from.get(), to.get()));
    }
    if (!begins && !ends) {
      return Optional.empty();
    }
    Point inside = begins ? from.get() : to.get();
    return Optional.of(new Piece(inside, edge(inside, begins ? to.get() : from.get())));
  }

  private Point edge(Point inside, Point outside) {
    Point in = inside;
    Point out = outside;
    for (int i = 0; i < HALVINGS; i++) {
      Point middle = in.towards(out, 0.5);
      if (isInside(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private boolean isInside(Point px) {
    return px.x() >= 0 && px.x() <= widthPx && px.y() >= 0 && px.y() <= heightPx;
  }

  /** Whether a square is wide and high enough here to be told from its neighbours. */
  private boolean isClear(Point px) {
    return isClear(px, new Point(px.x() + 1, px.y())) && isClear(px, new Point(px.x(), px.y() + 1));
  }

  private boolean isClear(Point px, Point beside) {
    Optional<Point> here = ground.onRoad(px);
    Optional<Point> there = ground.onRoad(beside);
    return here.isPresent()
        && there.isPresent()
        && here.get().distance(there.get()) < SQUARE_M / leastPx;
  }
}
