// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The block that rides so that all its outlines are where they were seen: place, velocity and sizes
 * by least squares over the edges in pixels (Gauss and Newton, held back as Levenberg and Marquardt
 * do). Edges far off count little (Cauchy's weights), so pictures in which it was merged, in parts
 * or with its shadow do not turn the result, and each edge that the picture cut off is left out.
 *
 * @param speedError standard error of the speed, relative: what is left of the edges, their number
 *     and how long in a row they are off to the same side tell it
 * @param strain by how many usual spreads the most unusual of its sizes differs from the start's
 */
public record BlockFit(RidingBlock block, double speedError, double strain) {

  /** Outlines that are looked at; more tell hardly more. */
  private static final int MOST = 24;

  private static final int FEWEST = 4;
  private static final int UNKNOWNS = 7;
  private static final int ROUNDS = 12;

  /** Sizes differ from those of the start by this logarithm, usually. */
  private static final double SIZE_SPREAD = 0.2;

  /** Edges are not known better than that: pixels have a size. */
  private static final double FINEST_PX = 0.4;

  /** So many spreads off, an edge counts half. */
  private static final double HALF = 2;

  private static final double STEP = 1e-3;
  private static final double SETTLED = 1e-5;

  /** Spread of a normal distribution, in medians of its sizes. */
  private static final double SPREAD = 1.48;

  private static final double MOST_ALIKE = 0.9;

  /** Empty when too little of it was seen. */
  public static Optional<BlockFit> of(List<Outline> seen, RidingBlock start, CameraView view) {
    List<Outline> some = some(seen.stream().filter(outline -> outline.edges() > 1).toList());
    return some.size() < FEWEST ? Optional.empty() : new Fitting(some, start, view).fitted();
  }

  private static List<Outline> some(List<Outline> all) {
    int every = (all.size() + MOST - 1) / MOST;
    List<Outline> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      some.add(all.get(i));
    }
    return some;
  }

  private static final class Fitting {

    private final List<Outline> seen;
    private final CameraView view;
    private final double[] start;
    private final Kind kind;
    private double spreadPx = FINEST_PX;

    Fitting(List<Outline> seen, RidingBlock block, CameraView view) {
      this.seen = seen;
      this.view = view;
      this.kind = block.body().kind();
      this.start =
          new double[] {
            block.middle().x(),
            block.middle().y(),
            block.mps().x(),
            block.mps().y(),
            Math.log(block.body().lengthM()),
            Math.log(block.body().widthM()),
            Math.log(block.body().heightM())
          };
    }

    Optional<BlockFit> fitted() {
      double[] now = start.clone();
      double[] off = off(now);
      double damping = 1e-3;
      for (int round = 0; round < ROUNDS; round++) {
        spreadPx = spread(off);
        NormalEquations equations = equations(now, off);
        double cost = cost(now, off);
        double[] step = equations.solved(damping);
        double[] next = plus(now, step);
        double[] nextOff = off(next);
        if (Arrays.stream(next).allMatch(Double::isFinite) && cost(next, nextOff) < cost) {
          now = next;
          off = nextOff;
          damping = Math.max(1e-6, damping / 4);
          if (Arrays.stream(step).map(Math::abs).max().orElse(0) < SETTLED) {
            break;
          }
        } else {
          damping *= 8;
        }
      }
      return judged(now, off);
    }

    private Optional<BlockFit> judged(double[] now, double[] off) {
      spreadPx = spread(off);
      double[][] covariance = equations(now, off).covariance();
      double speed = Math.hypot(now[2], now[3]);
      double x = now[2] / speed;
      double y = now[3] / speed;
      double variance =
          x * x * covariance[2][2] + 2 * x * y * covariance[2][3] + y * y * covariance[3][3];
      double alike = alike(off);
      double error = Math.sqrt(variance * (1 + alike) / (1 - alike)) / speed;
      return Double.isFinite(error)
          ? Optional.of(new BlockFit(block(now), error, strain(now)))
          : Optional.empty();
    }

    private double strain(double[] now) {
      double most = 0;
      for (int k = 4; k < UNKNOWNS; k++) {
        most = Math.max(most, Math.abs(now[k] - start[k]) / SIZE_SPREAD);
      }
      return most;
    }

    private RidingBlock block(double[] p) {
      Body body = new Body(kind, Math.exp(p[4]), Math.exp(p[5]), Math.exp(p[6]));
      return new RidingBlock(new Point(p[0], p[1]), new Point(p[2], p[3]), body);
    }

    /** Four edges of each outline, seen less reckoned; no number for one that was not seen. */
    private double[] off(double[] p) {
      RidingBlock block = block(p);
      double[] off = new double[4 * seen.size()];
      for (int i = 0; i < seen.size(); i++) {
        Outline outline = seen.get(i);
        Box there = outline.box();
        Box here = block.outline(view, outline.atS());
        off[4 * i] = outline.left() ? there.x() - here.x() : Double.NaN;
        off[4 * i + 1] = outline.top() ? there.y() - here.y() : Double.NaN;
        off[4 * i + 2] = outline.right() ? there.right() - here.right() : Double.NaN;
        off[4 * i + 3] = outline.bottom() ? there.bottom() - here.bottom() : Double.NaN;
      }
      return off;
    }

    private static double spread(double[] off) {
      double[] sizes =
          Arrays.stream(off).filter(o -> !Double.isNaN(o)).map(Math::abs).sorted().toArray();
      return Math.max(FINEST_PX, SPREAD * sizes[sizes.length / 2]);
    }

    /** Edges count in spreads, sizes in theirs. */
    private NormalEquations equations(double[] p, double[] off) {
      double[][] slopes = new double[UNKNOWNS][];
      for (int k = 0; k < UNKNOWNS; k++) {
        double[] moved = p.clone();
        moved[k] += STEP;
        slopes[k] = off(moved);
      }
      NormalEquations equations = new NormalEquations(UNKNOWNS);
      double[] row = new double[UNKNOWNS];
      for (int i = 0; i < off.length; i++) {
        if (!Double.isNaN(off[i])) {
          for (int k = 0; k < UNKNOWNS; k++) {
            row[k] = (off[i] - slopes[k][i]) / STEP;
          }
          equations.add(weight(off[i]) / (spreadPx * spreadPx), row, off[i]);
        }
      }
      for (int k = 4; k < UNKNOWNS; k++) {
        Arrays.fill(row, 0);
        row[k] = 1;
        equations.add(1 / (SIZE_SPREAD * SIZE_SPREAD), row, start[k] - p[k]);
      }
      return equations;
    }

    private double weight(double off) {
      double spreads = off / (HALF * spreadPx);
      return 1 / (1 + spreads * spreads);
    }

    private double cost(double[] p, double[] off) {
      double cost = 0;
      for (double one : off) {
        if (!Double.isNaN(one)) {
          double spreads = one / (HALF * spreadPx);
          cost += HALF * HALF * Math.log1p(spreads * spreads);
        }
      }
      for (int k = 4; k < UNKNOWNS; k++) {
        cost += Math.pow((p[k] - start[k]) / SIZE_SPREAD, 2);
      }
      return cost;
    }

    /**
     * How alike an edge is off from one picture to the next: then there are fewer than it seems.
     */
    private double alike(double[] off) {
      double both = 0;
      double one = 1e-12;
      for (int i = 0; i + 4 < off.length; i++) {
        if (!Double.isNaN(off[i]) && !Double.isNaN(off[i + 4])) {
          double weight = weight(off[i]) * weight(off[i + 4]);
          both += weight * off[i] * off[i + 4];
          one += weight * (off[i] * off[i] + off[i + 4] * off[i + 4]) / 2;
        }
      }
      return Math.max(0, Math.min(MOST_ALIKE, both / one));
    }

    private static double[] plus(double[] a, double[] b) {
      double[] sum = a.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += b[i];
      }
      return sum;
    }
  }
}
