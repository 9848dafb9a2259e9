// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How fast wheels rolled while they were on the platform. As long as no axle comes or goes, the
 * centre of the load moves as the vehicle does; cells named by their corners tell where it is:
 * {@code length * rear / total}. Of one axle this holds whatever its load does. Of several, loads
 * that swing against each other move the centre a little, too.
 *
 * @param pieces in order; none where cells tell no ends
 */
record Rolling(List<Piece> pieces) {

  /** Short enough to see braking that lasts for half a second. */
  private static final double PIECE_S = 0.25;

  private static final double SHORTEST_S = 0.1;

  private static final int FEWEST_POINTS = 8;

  /** Tyres are longer than usual, and the platform swings after each edge. */
  private static final double GUARD = 1.3;

  /**
   * Speed over a short time.
   *
   * @param alone one axle was on the platform
   */
  record Piece(double atS, double speedMps, boolean alone) {}

  Rolling {
    pieces = List.copyOf(pieces);
  }

  static Rolling of(
      PlatformInstrument instrument,
      List<Footing> axles,
      double[] total,
      double[] rear,
      double dt) {
    if (!instrument.tellsEnds()) {
      return new Rolling(List.of());
    }
    List<double[]> edges = new ArrayList<>();
    for (Footing axle : axles) {
      double ramp =
          GUARD * instrument.tuning().footprintM() / axle.speedMps(instrument.lengthM());
      for (double edge : new double[] {axle.onS(), axle.offS()}) {
        edges.add(new double[] {edge - ramp / 2, edge + ramp / 2 + 0.5 / instrument.naturalHz()});
      }
    }
    edges.sort(Comparator.comparingDouble(edge -> edge[0]));
    List<Piece> pieces = new ArrayList<>();
    double free = edges.isEmpty() ? 0 : edges.get(0)[1];
    for (double[] edge : edges) {
      double from = free;
      double lasts = edge[0] - from;
      long on =
          axles.stream().filter(axle -> axle.onS() < from && axle.offS() > edge[0]).count();
      int count = (int) Math.max(1, Math.floor(lasts / PIECE_S));
      for (int i = 0; i < count && on > 0 && lasts >= SHORTEST_S; i++) {
        double begin = from + i * lasts / count;
        line(begin, begin + lasts / count, total, rear, dt)
            .ifPresent(
                line ->
                    pieces.add(
                        new Piece(
                            begin + lasts / count / 2,
                            instrument.lengthM() * line.getSlope(),
                            on == 1)));
      }
      free = Math.max(free, edge[1]);
    }
    return new Rolling(pieces);
  }

  private static Optional<SimpleRegression> line(
      double fromS, double toS, double[] total, double[] rear, double dt) {
    SimpleRegression line = new SimpleRegression();
    int last = Math.min(total.length - 1, (int) Math.floor(toS / dt));
    for (int i = Math.max(0, (int) Math.ceil(fromS / dt)); i <= last; i++) {
      if (total[i] > 0) {
        line.addData(i * dt, rear[i] / total[i]);
      }
    }
    return line.getN() < FEWEST_POINTS ? Optional.empty() : Optional.of(line);
  }

  /** The part during which a vehicle's axles were there. */
  Rolling during(double fromS, double toS) {
    return new Rolling(
        pieces.stream().filter(piece -> piece.atS() > fromS && piece.atS() < toS).toList());
  }

  /** Pieces that are believed to a few per thousand. */
  private List<Piece> sure() {
    return pieces.stream().filter(Piece::alone).toList();
  }

  /** Largest difference of speeds, m/s; zero with fewer than two pieces. */
  double changeMps() {
    return spread(sure());
  }

  /** The same with the pieces during which several axles were there. */
  double roughChangeMps() {
    return spread(pieces);
  }

  private static double spread(List<Piece> pieces) {
    double least = pieces.stream().mapToDouble(Piece::speedMps).min().orElse(0);
    double most = pieces.stream().mapToDouble(Piece::speedMps).max().orElse(0);
    return most - least;
  }

  /** Hardest braking or speeding up from one piece to the next, m/s2. */
  double hardestMps2() {
    double hardest = 0;
    List<Piece> sure = sure();
    for (int i = 1; i < sure.size(); i++) {
      Piece one = sure.get(i - 1);
      Piece next = sure.get(i);
      double change = Math.abs(next.speedMps() - one.speedMps()) / (next.atS() - one.atS());
      hardest = Math.max(hardest, change);
    }
    return hardest;
  }

  /** Slope of a straight line through the speeds; empty with fewer than two. */
  Optional<Double> accelerationMps2() {
    SimpleRegression line = new SimpleRegression();
    sure().forEach(piece -> line.addData(piece.atS(), piece.speedMps()));
    return line.getN() < 2 ? Optional.empty() : Optional.of(line.getSlope());
  }
}
