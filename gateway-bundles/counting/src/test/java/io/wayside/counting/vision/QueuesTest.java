// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Drawn queues whose outlines run into each other while they stand. Who crossed when is known from
 * the drawing, and so is what eyes for the picture would see.
 */
class QueuesTest {

  private static final int W = 320;
  private static final int H = 180;
  private static final double HZ = 15;
  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, 90), new Point(W, 90));
  private static final double W_PX = 26;
  private static final double H_PX = 24;

  /**
   * One lane.
   *
   * @param x of it
   * @param stopPx where the upper edge of the first one stands
   * @param closePx from one to the next while they stand; less than a height, and they overlap
   * @param standS how long the last one stands
   */
  private record Lane(double x, double stopPx, double closePx, int vehicles, double standS) {

    private static final double MPS = 45;

    Box at(int k, double t) {
      double stop = stopPx - k * closePx;
      double comes = -H_PX + MPS * (t - 1.6 * k);
      double offS = Math.max(0, t - standS - 8 - 1.2 * k);
      double off = offS < 2 ? 10 * offS * offS : 40 * (offS - 1);
      return new Box(x, Math.min(stop, comes) + off, W_PX, H_PX);
    }

    double endS() {
      return standS + 8 + 1.2 * vehicles + 9;
    }

    /** When the middle of one is on the line, by trying. */
    double crossesS(int k) {
      return IntStream.range(0, (int) (100 * endS()))
          .mapToDouble(i -> i / 100.0)
          .filter(t -> at(k, t).centre().y() >= 90)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Knows from the drawing where who was first seen somewhere is now. */
  private static final class TrueSight implements Sight {

    private final Map<Long, Integer> who = new HashMap<>();
    private final Map<Long, Box> last = new HashMap<>();
    private List<Box> bodies = List.of();

    @Override
    public Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected) {
      int now =
          who.computeIfAbsent(
              vehicle,
              number ->
                  IntStream.range(0, bodies.size())
                      .boxed()
                      .max(Comparator.comparingDouble(i -> bodies.get(i).likeness(box)))
                      .orElseThrow());
      Box there = bodies.get(now);
      Box was = last.getOrDefault(vehicle, there);
      last.put(vehicle, there);
      return Optional.of(new Point(there.x() - was.x(), there.y() - was.y()));
    }

    @Override
    public void keep(Set<Long> vehicles) {
      who.keySet().retainAll(vehicles);
      last.keySet().retainAll(vehicles);
    }
  }

  private static List<Counted> run(List<Lane> lanes) {
    TrueSight sight = new TrueSight();
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, false, Optional.empty(), sight);
    List<Counted> counted = new ArrayList<>();
    double end = lanes.stream().mapToDouble(Lane::endS).max().orElseThrow();
    for (int i = 0; i < HZ * end; i++) {
      double t = i / HZ;
      Blobs picture = new Blobs(W, H);
      List<Box> bodies = new ArrayList<>();
      for (Lane lane : lanes) {
        for (int k = 0; k < lane.vehicles(); k++) {
          bodies.add(lane.at(k, t));
        }
      }
      bodies.forEach(b -> picture.fill(b.x(), b.y(), b.w(), b.h()));
      sight.bodies = bodies;
      counted.addAll(counter.see(picture.all(), picture, t));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  private static void everyoneOnce(List<Lane> lanes, List<Counted> counted) {
    List<Double> truth = new ArrayList<>();
    for (Lane lane : lanes) {
      for (int k = 0; k < lane.vehicles(); k++) {
        truth.add(lane.crossesS(k));
      }
    }
    truth.sort(Comparator.naturalOrder());
    List<Double> told = counted.stream().map(Counted::atS).sorted().toList();
    assertThat(told).as("%s", lanes).hasSize(truth.size());
    for (int i = 0; i < truth.size(); i++) {
      assertThat(told.get(i)).as("%s", lanes).isCloseTo(truth.get(i), within(1.0));
    }
    assertThat(counted).allMatch(one -> one.to() == CountingLine.Side.RIGHT);
  }

  @Test
  void eachIsCountedOnceWhereverTheQueueStopsAndHoweverLongItStands() {
    Random random = new Random(31);
    for (int i = 0; i < 60; i++) {
      double stop = 20 + random.nextInt(120);
      boolean onTheLine = false;
      for (int k = 0; k < 4; k++) {
        onTheLine |= Math.abs(stop - 20 * k + H_PX / 2 - 90) < 5;
      }
      if (onTheLine) {
        continue; // who stands with his middle on the line is neither here nor there
      }
      List<Lane> lanes = List.of(new Lane(80, stop, 20, 4, new int[] {5, 20, 180}[i % 3]));
      everyoneOnce(lanes, run(lanes));
    }
  }

  @Test
  void eachOfTwoLanesBesideEachOtherIsCountedOnce() {
    List<Lane> lanes = List.of(new Lane(80, 110, 20, 4, 20), new Lane(108, 100, 20, 4, 22));
    everyoneOnce(lanes, run(lanes));
  }

  @Test
  void whoStandsOnTheLineForMinutesIsCountedOnceAndNotForgotten() {
    List<Lane> lanes = List.of(new Lane(80, 90 - H_PX / 2 - 1, 20, 3, 300));
    assertThat(run(lanes)).hasSize(3);
  }
}
