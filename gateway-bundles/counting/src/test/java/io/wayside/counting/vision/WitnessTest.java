// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outlines go down over a line; pieces of the picture within them say what they themselves did. */
class WitnessTest {

  private static final CountingLine LINE =
      new CountingLine("A", new Point(0, 90), new Point(320, 90));
  private static final double HZ = 25;

  /** In so many pictures half a second back can be seen. */
  private static final int BACK = 12;

  private List<Counted> counted(
      double hz, IntFunction<Blobs> pictures, Optional<Yardstick> road, Saying saying) {
    LineCounter counter = new LineCounter(List.of(LINE), 320, 180, road.isPresent(), road, saying);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < 5 * hz; i++) {
      saying.picture = i;
      Blobs picture = pictures.apply(i);
      counted.addAll(counter.see(picture.all(), picture, i / hz));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  private List<Counted> counted(Saying saying) {
    return counted(HZ, WitnessTest::passes, Optional.empty(), saying);
  }

  /** Two pixels a picture: its middle is on the line in picture 57. */
  private static Blobs passes(int picture) {
    return new Blobs(320, 180).fill(100, -40 + 2.0 * picture, 40, 30);
  }

  /** Says of so many pieces in each outline that they moved so far down in half a second. */
  private static class Saying implements Sight {
    private final int pieces;
    private final double down;
    int picture;

    Saying(int pieces, double down) {
      this.pieces = pieces;
      this.down = down;
    }

    double down() {
      return down;
    }

    @Override
    public Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected) {
      return Optional.empty();
    }

    @Override
    public List<Drift> drifts(Box box, double sinceS) {
      return IntStream.range(0, pieces)
          .mapToObj(i -> new Point(box.x() + (i + 0.5) * box.w() / pieces, box.centre().y()))
          .map(at -> new Drift(at, new Point(0, down()), BACK / HZ))
          .toList();
    }

    @Override
    public void keep(Set<Long> vehicles) {}
  }

  @Test
  void whereAllStandsOrGoesElsewhereNobodyCrosses() {
    assertThat(counted(new Saying(5, 0))).isEmpty();
    assertThat(counted(new Saying(5, -20))).isEmpty();
    assertThat(counted(new Saying(0, 0))).as("nobody is asked").hasSize(1);
  }

  @Test
  void whoGoesThereCrossesAsWhereNobodyIsAsked() {
    List<Counted> asked = counted(new Saying(5, 24));
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).atS()).isCloseTo(57 / HZ, within(0.1));
    assertThat(counted(new Saying(5, 8))).as("an outline grows as others join").hasSize(1);
  }

  @Test
  void fewPiecesSayNothing() {
    assertThat(counted(new Saying(2, 0))).hasSize(1);
  }

  @Test
  void whatIsTooFastForItsPicturesIsBelieved() {
    IntFunction<Blobs> fast = i -> new Blobs(320, 180).fill(100, -60 + 16.0 * i, 40, 60);
    assertThat(counted(5, fast, Optional.empty(), new Saying(5, 0))).hasSize(1);
  }

  @Test
  void whoCreepsMightStandAndIsBelieved() {
    IntFunction<Blobs> creeps =
        i -> new Blobs(320, 180).fill(100, 60 + 2.0 * Math.min(i, 3) + 0.2 * i, 40, 30);
    int all = counted(HZ, creeps, Optional.empty(), new Saying(0, 0)).size();
    assertThat(counted(HZ, creeps, Optional.empty(), new Saying(5, 0))).hasSize(all);
  }

  @Test
  void onAMeasuredRoadTheyAreAskedAsWell() {
    IntFunction<Blobs> car = i -> new Blobs(320, 180).fill(100, -42 + 3.0 * i, 18, 42);
    assertThat(counted(HZ, car, Optional.of(new FlatRoad()), new Saying(5, 0))).isEmpty();
    assertThat(counted(HZ, car, Optional.of(new FlatRoad()), new Saying(5, 36))).hasSize(1);
  }

  @Test
  void whoWasRefusedCrossesWhenSomebodyGoesThere() {
    Saying later =
        new Saying(5, 0) {
          @Override
          double down() {
            return picture < 68 ? 0 : 40;
          }
        };
    List<Counted> counted = counted(later);
    assertThat(counted).hasSize(1);
    assertThat(counted.get(0).atS()).as("not before").isBetween(57 / HZ, 68 / HZ);
  }

  @Test
  void whatComesTooLateIsSomebodyElse() {
    Saying muchLater =
        new Saying(5, 0) {
          @Override
          double down() {
            return picture < 95 ? 0 : 100;
          }
        };
    assertThat(counted(muchLater)).isEmpty();
  }

  @Test
  void piecesOfAnotherOutlineAreNotAsked() {
    Sight standing = new Saying(5, 0);
    Tempo tempo = new Tempo();
    Witness witness = new Witness(standing, 0.5);
    Track track = moved(1, new Box(100, 20, 40, 30), tempo);
    Track upon = moved(2, new Box(95, 20, 50, 30), tempo);
    Crossing crossing = Crossing.of(track.way(), LINE, 0.5, 1).orElseThrow();
    assertThat(witness.of(track, LINE, crossing, List.of(track), 30 / HZ)).isEmpty();
    assertThat(witness.of(upon, LINE, crossing, List.of(track, upon), 30 / HZ)).contains(crossing);
  }

  @Test
  void whatLiesBesideTheEndsOfTheLineIsNotAsked() {
    Track track = moved(1, new Box(100, 20, 40, 30), new Tempo());
    CountingLine beside = new CountingLine("B", new Point(119, 90), new Point(122, 90));
    Crossing crossing = Crossing.of(track.way(), beside, 0.5, 1).orElseThrow();
    Witness witness = new Witness(new Saying(5, 0), 0.5);
    assertThat(witness.of(track, beside, crossing, List.of(track), 30 / HZ)).contains(crossing);
  }

  private static Track moved(long number, Box from, Tempo tempo) {
    Box picture = new Box(0, 0, 320, 180);
    Track track = new Track(number, from, 0, tempo, new Entrance(from, picture));
    IntStream.rangeClosed(1, 30).forEach(i -> track.sawAlone(from.moved(0, 2 * i), i / HZ));
    return track;
  }
}
