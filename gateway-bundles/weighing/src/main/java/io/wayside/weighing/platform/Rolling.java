// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How fast wheels rolled while one axle was on the platform. Cells named by their corners tell
 * where it is, {@code length * rear / total}, whatever its load does meanwhile. Of several axles
 * the centre would tell it only as well as their loads keep still.
 *
 * @param pieces in order; none where cells tell no ends
 */
record Rolling(List<Piece> pieces) {

  /** Short enough to see braking that lasts for half a second. */
  private static final double PIECE_S = 0.25;

  private static final double SHORTEST_S = 0.1;

  private static final int FEWEST_POINTS = 8;

  /** Tyres may be longer than usual. */
  private static final double LONGEST_TYRE = 1.3;

  /** Speed over a short time. */
  record Piece(double atS, double speedMps) {}

  Rolling {
    pieces = List.copyOf(pieces);
  }

  /** Of all axles of a passage. */
  static Rolling of(PlatformInstrument instrument, List<Footing> axles, LoadSignal signal) {
    if (signal.rear().length == 0) {
      return new Rolling(List.of());
    }
    // Means over a period of the platform's own swing show nothing of it, once it is past its peak.
    double period = 1 / instrument.naturalHz();
    List<double[]> edges = new ArrayList<>();
    for (Footing axle : axles) {
      double ramp =
          LONGEST_TYRE * instrument.tuning().footprintM() / axle.speedMps(instrument.lengthM());
      for (double edge : new double[] {axle.onS(), axle.offS()}) {
        edges.add(new double[] {edge - (ramp + period) / 2, edge + ramp / 2 + period});
      }
    }
    edges.sort(Comparator.comparingDouble(edge -> edge[0]));
    RunningMean total = new RunningMean(signal.total(), period / signal.dt());
    RunningMean rear = new RunningMean(signal.rear(), period / signal.dt());
    List<Piece> pieces = new ArrayList<>();
    double free = edges.isEmpty() ? 0 : edges.get(0)[1];
    for (double[] edge : edges) {
      double from = free;
      double lasts = edge[0] - from;
      long on = axles.stream().filter(axle -> axle.onS() < from && axle.offS() > edge[0]).count();
      int count = lasts < SHORTEST_S || on != 1 ? 0 : (int) Math.max(1, lasts / PIECE_S);
      for (int i = 0; i < count; i++) {
        double begin = from + i * lasts / count;
        SimpleRegression line = new SimpleRegression();
        for (int k = (int) Math.ceil(begin / signal.dt());
            k * signal.dt() < begin + lasts / count;
            k++) {
          line.addData(k * signal.dt(), rear.at(k) / Math.max(1, total.at(k)));
        }
        if (line.getN() >= FEWEST_POINTS) {
          pieces.add(new Piece(begin + lasts / count / 2, instrument.lengthM() * line.getSlope()));
        }
      }
      free = Math.max(free, edge[1]);
    }
    return new Rolling(pieces);
  }

  /** The part during which a vehicle's axles were there. */
  Rolling during(double fromS, double toS) {
    return new Rolling(
        pieces.stream().filter(piece -> piece.atS() > fromS && piece.atS() < toS).toList());
  }

  /** Largest difference of speeds, m/s; zero with fewer than two pieces. */
  double changeMps() {
    double least = pieces.stream().mapToDouble(Piece::speedMps).min().orElse(0);
    double most = pieces.stream().mapToDouble(Piece::speedMps).max().orElse(0);
    return most - least;
  }

  /** Hardest braking or speeding up from one piece to the next, m/s2. */
  double hardestMps2() {
    double hardest = 0;
    for (int i = 1; i < pieces.size(); i++) {
      Piece one = pieces.get(i - 1);
      Piece next = pieces.get(i);
      double change = Math.abs(next.speedMps() - one.speedMps()) / (next.atS() - one.atS());
      hardest = Math.max(hardest, change);
    }
    return hardest;
  }

  /** Slope of a straight line through the speeds; empty with fewer than two. */
  Optional<Double> accelerationMps2() {
    SimpleRegression line = new SimpleRegression();
    pieces.forEach(piece -> line.addData(piece.atS(), piece.speedMps()));
    return line.getN() < 2 ? Optional.empty() : Optional.of(line.getSlope());
  }
}
