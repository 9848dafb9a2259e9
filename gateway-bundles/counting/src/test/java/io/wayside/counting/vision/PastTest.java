// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that come into the picture as one, and part behind the line. */
class PastTest {

  private static final CountingLine LINE =
      new CountingLine("A", new Point(0, 100), new Point(300, 100));
  private static final double HZ = 15;

  private static LineCounter counter() {
    return new LineCounter(List.of(LINE), 300, 420, true, Optional.of(new FlatRoad()), Sight.NONE);
  }

  private static Blobs road() {
    return new Blobs(300, 420);
  }

  /** A car goes down at 6 m/s; another one touches its side, at 12 m/s, and comes out ahead. */
  private static List<Counted> play(LineCounter counter, boolean both) {
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double atS = i / HZ;
      Blobs blobs = road().fill(100, -40 + 60 * atS, 19, 45);
      if (both) {
        blobs.fill(119, -102 + 120 * atS, 18, 42);
      }
      counted.addAll(counter.see(blobs.all(), blobs, atS));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  @Test
  void whatComesOutOfABlobBeyondTheLineHasCrossedItWithinIt() {
    List<Counted> both = play(counter(), true);
    assertThat(both).hasSize(2);
    assertThat(both).allMatch(one -> one.to() == Side.RIGHT);
    // a quarter of its height above its lower edge at y = 100: -102 + 42 - 10.5 + 120 t = 100
    assertThat(both).anyMatch(one -> Math.abs(one.atS() - 1.42) < 0.15);
  }

  @Test
  void oneAloneIsOne() {
    assertThat(play(counter(), false)).hasSize(1);
  }

  /** One in foreground that was there for two seconds before it came out of it for a moment. */
  private static final class CameOut {

    private static final Box BEGAN = new Box(100, 150, 18, 42);
    private static final double MPS = 6;

    private final Past past = new Past();
    private final Track track =
        new Track(
            1,
            BEGAN,
            0,
            new Tempo(),
            new Entrance(BEGAN, new Box(0, 0, 300, 2_000)),
            Optional.of(new FlatRoad()));

    private static Box at(double atS) {
      return BEGAN.moved(0, MPS * FlatRoad.PX * atS);
    }

    CameOut() {
      for (int i = -30; i < 0; i++) {
        past.see(List.of(foreground(i)), List.of(), i / HZ);
      }
      past.see(List.of(foreground(0)), List.of(track), 0);
    }

    private static Blob foreground(int picture) {
      Box one = at(picture / HZ);
      return new Blob(one.with(one.moved(18, 0)), 2 * one.area());
    }

    /** Goes on, by itself in some pictures. */
    void ride(int from, int to, boolean alone) {
      for (int i = from; i <= to; i++) {
        if (alone) {
          track.sawAlone(at(i / HZ), i / HZ);
        } else {
          track.sawAmongOthers(foreground(i).box(), i / HZ);
        }
        past.see(List.of(foreground(i)), List.of(track), i / HZ);
        track.leads(past);
      }
    }

    double knownSinceS() {
      return track.way().get(0).atS();
    }
  }

  @Test
  void whoIsAmongOthersForLongKeepsTheWayThatLedToIt() {
    CameOut one = new CameOut();
    one.ride(1, 6, true);
    double since = one.knownSinceS();
    assertThat(since).isLessThan(-1);
    one.ride(7, 90, false);
    assertThat(one.knownSinceS()).isEqualTo(since);
  }

  @Test
  void norIsItForgottenWhenItIsByItselfAgainLater() {
    CameOut one = new CameOut();
    one.ride(1, 6, true);
    double since = one.knownSinceS();
    one.ride(7, 75, false);
    one.ride(76, 77, true);
    assertThat(one.knownSinceS()).isEqualTo(since);
  }
}
