// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * People who walk through a gate 1.5 m long, one after the other or close behind each other, some
 * without a tap, some turning back. The beams see a zone as taken while a body is in it.
 */
final class Walkers {

  private static final double BODY_M = 0.3;

  final Bench bench;
  long through;
  private final Random random;
  private final Map<Zone, Boolean> shown = new EnumMap<>(Zone.class);
  private long taps;

  /** Somebody at a place, measured from the free side. */
  private static final class Walker {
    private final Way way;
    private double rearM; // of the way walked
    private double speedMs;
    private boolean turns;

    private Walker(Way way, double rearM, double speedMs, boolean turns) {
      this.way = way;
      this.rearM = rearM;
      this.speedMs = speedMs;
      this.turns = turns;
    }

    private boolean in(double fromM, double toM) {
      double rear = way == Way.IN ? rearM : 1.5 - rearM - BODY_M;
      return rear < toM && rear + BODY_M > fromM;
    }
  }

  Walkers(Bench bench, Random random) {
    this.bench = bench;
    this.random = random;
  }

  void run(int groups) {
    for (int i = 0; i < groups; i++) {
      Way way = List.of(Way.values()).get(random.nextInt(2));
      List<Walker> group = new ArrayList<>();
      int size = 1 + random.nextInt(3);
      double at = -BODY_M;
      double speed = 0.6 + random.nextDouble();
      for (int j = 0; j < size; j++) {
        boolean turns = size == 1 && random.nextInt(8) == 0;
        group.add(new Walker(way, at, speed, turns));
        at -= BODY_M + 0.55 + random.nextDouble(); // more than the safety zone apart
        if (random.nextInt(5) > 0) {
          bench.tap(++taps, way);
        }
      }
      walk(group);
      bench.after(8_000);
    }
  }

  private void walk(List<Walker> group) {
    while (!group.isEmpty()) {
      for (Walker walker : group) {
        walker.rearM += walker.speedMs * 0.02;
        if (walker.turns && walker.rearM > 0.6) {
          walker.turns = false;
          walker.speedMs = -walker.speedMs;
        }
      }
      show(Zone.PAID_SIDE, group, 1.0, 1.5);
      show(Zone.FREE_SIDE, group, 0, 0.5);
      show(Zone.SAFETY, group, 0.5, 1.0);
      bench.after(20);
      group.removeIf(this::gone);
    }
  }

  private boolean gone(Walker walker) {
    if (walker.rearM > 1.5) {
      through++;
      return true;
    }
    return walker.speedMs < 0 && walker.rearM < -2;
  }

  private void show(Zone zone, List<Walker> group, double fromM, double toM) {
    boolean occupied = group.stream().anyMatch(walker -> walker.in(fromM, toM));
    if (!Boolean.valueOf(occupied).equals(shown.put(zone, occupied))) {
      bench.see(zone, occupied);
    }
  }
}
