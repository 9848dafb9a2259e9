// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.ground.RoadNet.Piece;
import io.wayside.counting.ground.RoadNet.Strand;
import io.wayside.counting.vision.Point;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The net against a pinhole camera that is reckoned here ray by ray. */
class RoadNetTest {

  private static final Point[] ROAD = {
    new Point(-4, 9), new Point(5, 9), new Point(5, 27), new Point(-4, 27)
  };

  private static Ground ground(Pinhole camera, double unitM) {
    return Ground.of(
        Stream.of(ROAD)
            .map(m -> new Ground.Pair(camera.sees(m.x(), m.y(), 0), m.scaled(unitM, unitM)))
            .toList());
  }

  private static Pinhole camera(double tilt) {
    return new Pinhole(7, 0.2, Math.toRadians(tilt), 600, 640, 360);
  }

  @Test
  void everyLineLiesWhereTheCameraSeesItsMetresAndInsideThePicture() {
    Random random = new Random(4);
    for (int i = 0; i < 50; i++) {
      Pinhole camera = Pinhole.some(random);
      Ground ground = ground(camera, 1);
      List<Strand> net = RoadNet.of(ground, 640, 360);
      assertThat(net).isNotEmpty();
      for (Strand strand : net) {
        assertThat(strand.atM() % RoadNet.SQUARE_M).isZero();
        for (Piece piece : strand.pieces()) {
          for (Point px : List.of(piece.from(), piece.to())) {
            assertThat(px.x()).isBetween(0.0, 640.0);
            assertThat(px.y()).isBetween(0.0, 360.0);
            Point m = ground.onRoad(px).orElseThrow();
            assertThat(strand.axis() == 'x' ? m.x() : m.y()).isCloseTo(strand.atM(), within(1e-3));
            assertThat(camera.sees(m.x(), m.y(), 0).distance(px)).isLessThan(1e-3);
          }
        }
      }
    }
  }

  @Test
  void aLineGoesOnToTheEdgeOfThePicture() {
    Strand ahead =
        RoadNet.of(ground(camera(25), 1), 640, 360).stream()
            .filter(strand -> strand.axis() == 'x' && strand.atM() == 5)
            .findFirst()
            .orElseThrow();
    assertThat(Math.min(640 - ahead.nearest().x(), 360 - ahead.nearest().y())).isLessThan(0.1);
  }

  /** A camera that looks far has the horizon in its picture. */
  @Test
  void theNetEndsBeforeTheHorizonWhereSquaresWouldRunTogether() {
    Pinhole camera = camera(5);
    double horizonPx = 180 - 600 * Math.tan(Math.toRadians(5));
    List<Strand> net = RoadNet.of(ground(camera, 1), 640, 360);
    assertThat(points(net).min().orElseThrow()).isBetween(horizonPx + 30, horizonPx + 90);
    double[] across =
        net.stream()
            .filter(strand -> strand.axis() == 'y')
            .mapToDouble(Strand::atM)
            .sorted()
            .toArray();
    double last = across[across.length - 1];
    double apartPx = camera.sees(0, last - 5, 0).y() - camera.sees(0, last, 0).y();
    assertThat(apartPx).isGreaterThan(4);
  }

  private static DoubleStream points(List<Strand> net) {
    return net.stream()
        .flatMap(strand -> strand.pieces().stream())
        .flatMapToDouble(piece -> DoubleStream.of(piece.from().y(), piece.to().y()));
  }

  /** As of millimetres, or of kilometres, in place of metres. */
  @Test
  void pointsInAnotherUnitGiveNoNet() {
    assertThat(RoadNet.of(ground(camera(25), 1000), 640, 360)).isEmpty();
    assertThat(RoadNet.of(ground(camera(25), 1e-3), 640, 360).size()).isLessThanOrEqualTo(2);
  }
}
