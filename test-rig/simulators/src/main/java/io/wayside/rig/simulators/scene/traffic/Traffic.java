// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import io.wayside.rig.simulators.scene.shape.Body;
import io.wayside.rig.simulators.scene.shape.VehicleKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that moves on the road, in steps of a fiftieth of a second. */
public final class Traffic {

  /** Where the road begins and ends, in metres along it. */
  public static final double BEGIN_M = -22;

  public static final double END_M = 135;

  private static final double STEP_S = 0.02;
  private static final double SIDEWAYS_MPS = 0.9;

  /** Nobody who squeezes past comes nearer to the end of a line, which lies at the kerb. */
  private static final double KERB_M = 0.7;

  private final List<Arrival> waiting;
  private final List<Walk> walks;
  private final List<RedLight> lights;
  private final List<CountLine> lines;
  private final LineBook book;
  private final List<Mover> movers = new ArrayList<>();
  private final Map<Mover, Arrival> plans = new HashMap<>();
  private final Map<Mover, Walk> walkers = new HashMap<>();
  private final Map<Mover, Double> haltedS = new HashMap<>();
  private int nextId = 1;
  private long step;

  /** An empty road at time 0. */
  public Traffic(
      List<Arrival> arrivals, List<Walk> walks, List<RedLight> lights, List<CountLine> lines) {
    this.waiting = new ArrayList<>(arrivals);
    waiting.sort(Comparator.comparingDouble(Arrival::timeS));
    this.walks = new ArrayList<>(walks);
    this.lights = List.copyOf(lights);
    this.lines = List.copyOf(lines);
    this.book = new LineBook(this.lines);
  }

  /** Goes on until a time. */
  public void advance(double toS) {
    while ((step + 1) * STEP_S <= toS + 1e-9) {
      enter(step * STEP_S);
      move(step * STEP_S, (step + 1) * STEP_S);
      step++;
    }
  }

  public double nowS() {
    return step * STEP_S;
  }

  /** Who is on the road, nearest to its beginning first. */
  public List<Mover> movers() {
    return movers.stream().sorted(Comparator.comparingDouble(Mover::yM)).toList();
  }

  /** All crossings so far, by time. */
  public List<Crossing> crossings() {
    return book.crossings().stream().sorted(Comparator.comparingDouble(Crossing::timeS)).toList();
  }

  private void enter(double nowS) {
    for (Arrival arrival : List.copyOf(waiting)) {
      if (arrival.timeS() > nowS) {
        break;
      }
      Body body = Body.of(arrival.kind(), arrival.look());
      double half = body.lengthM() / 2;
      double y = arrival.way() == Way.AWAY ? BEGIN_M - half : END_M + half;
      Mover fresh =
          new Mover(
              nextId, body, arrival.way(), arrival.wishMps(), arrival.filters(), arrival.xM(), y);
      Ahead ahead = ahead(fresh);
      boolean occupied =
          movers.stream().anyMatch(m -> m.clearAlongM(fresh) < 1.5 && m.clearAcrossM(fresh) < 0.2);
      if (!occupied && ahead.gapM() > 1.5 + 0.35 * ahead.speedMps()) {
        waiting.remove(arrival);
        nextId++;
        fresh.setSpeed(Math.min(arrival.wishMps(), ahead.speedMps() + ahead.gapM() / 4));
        movers.add(fresh);
        plans.put(fresh, arrival);
      }
    }
    for (Walk walk : List.copyOf(walks)) {
      if (walk.timeS() <= nowS) {
        walks.remove(walk);
        Way way = walk.yMps() < 0 ? Way.TOWARDS : Way.AWAY;
        Body body = Body.of(VehicleKind.PEDESTRIAN, walk.look());
        Mover walker = new Mover(nextId++, body, way, 1, false, walk.xM(), walk.yM());
        movers.add(walker);
        walkers.put(walker, walk);
      }
    }
  }

  /** What is before a vehicle on its path. */
  private record Ahead(double gapM, double speedMps) {}

  private Ahead ahead(Mover mover) {
    double gap = Double.POSITIVE_INFINITY;
    double speed = mover.wishMps();
    for (Mover other : movers) {
      boolean before = (other.yM() - mover.yM()) * mover.way().sign() > 0;
      double margin = other.walks() ? 0.5 : mover.filters() ? 0.1 : 0.2;
      boolean oncoming = other.way() != mover.way() && !other.walks();
      if (other == mover || !before || oncoming || mover.clearAcrossM(other) > margin) {
        continue;
      }
      double clear = mover.clearAlongM(other);
      if (clear < gap) {
        gap = clear;
        speed = other.walks() ? 0 : other.speedMps();
      }
    }
    return new Ahead(gap, speed);
  }

  private void move(double fromS, double toS) {
    Map<Mover, Double> accelerations = new HashMap<>();
    Map<Mover, Double> sideways = new HashMap<>();
    for (Mover mover : movers) {
      if (!mover.walks()) {
        Ahead ahead = ahead(mover);
        accelerations.put(mover, acceleration(mover, ahead, fromS));
        sideways.put(mover, sideways(mover, ahead, fromS));
      }
    }
    for (Mover mover : List.copyOf(movers)) {
      double before = mover.yM();
      Walk walk = walkers.get(mover);
      if (walk != null) {
        mover.walk(STEP_S, touches(mover, walk.xMps()) ? 0 : walk.xMps(), walk.yMps());
      } else {
        double aside = sideways.getOrDefault(mover, 0.0);
        mover.move(
            STEP_S, accelerations.getOrDefault(mover, 0.0), touches(mover, aside) ? 0 : aside);
        book.moved(mover, before, fromS, toS);
      }
      if (gone(mover, walk, toS)) {
        movers.remove(mover);
        plans.remove(mover);
        walkers.remove(mover);
        haltedS.remove(mover);
      }
    }
  }

  /** Whether somebody is so close beside it that it cannot go that way. */
  private boolean touches(Mover mover, double sidewaysMps) {
    for (Mover other : movers) {
      boolean thatWay = (other.xM() - mover.xM()) * sidewaysMps > 0;
      if (other != mover
          && thatWay
          && mover.clearAlongM(other) < 0.8
          && mover.clearAcrossM(other) < 0.15) {
        return true;
      }
    }
    return false;
  }

  private static boolean gone(Mover mover, @org.jspecify.annotations.Nullable Walk walk, double s) {
    double beyond = mover.body().lengthM();
    boolean left =
        mover.way() == Way.AWAY ? mover.yM() > END_M + beyond : mover.yM() < BEGIN_M - beyond;
    return walk == null ? left : s > walk.timeS() + walk.forS();
  }

  private double acceleration(Mover mover, Ahead ahead, double nowS) {
    double mps2 = Following.mps2(mover, ahead.gapM(), ahead.speedMps());
    for (RedLight light : lights) {
      double gap = light.gapM(mover, nowS);
      if (!Double.isInfinite(gap)) {
        mps2 = Math.min(mps2, Following.mps2(mover, gap, 0));
      }
    }
    Arrival.Halt halt = halt(mover, nowS);
    if (halt != null) {
      double left = (halt.yM() - mover.yM()) * mover.way().sign();
      if (left > -1) {
        mps2 = Math.min(mps2, Following.mps2(mover, Math.max(left, 0.05), 0));
      }
    }
    return mps2;
  }

  /** The stop that a vehicle has before it or that it keeps. */
  private Arrival.@org.jspecify.annotations.Nullable Halt halt(Mover mover, double nowS) {
    Arrival plan = plans.get(mover);
    if (plan == null || plan.halt().isEmpty()) {
      return null;
    }
    Arrival.Halt halt = plan.halt().get();
    if (mover.speedMps() < 0.05) {
      haltedS.putIfAbsent(mover, nowS);
    }
    Double since = haltedS.get(mover);
    return since != null && nowS - since > halt.forS() ? null : halt;
  }

  private double sideways(Mover mover, Ahead ahead, double nowS) {
    Arrival plan = plans.get(mover);
    if (plan == null) {
      return 0;
    }
    Arrival.Halt halt = halt(mover, nowS);
    double left = halt == null ? 0 : (halt.yM() - mover.yM()) * mover.way().sign();
    if (halt != null && left < 30) {
      return towards(mover, halt.xM());
    }
    if (mover.filters() && ahead.gapM() < 9 && ahead.speedMps() < mover.wishMps() - 1) {
      for (double shift : new double[] {0.9, -0.9, 1.6, -1.6}) {
        if (isFree(mover, mover.xM() + shift)) {
          return towards(mover, mover.xM() + shift);
        }
      }
      return 0;
    }
    return isFree(mover, plan.xM()) ? towards(mover, plan.xM()) : 0;
  }

  private static double towards(Mover mover, double x) {
    return Math.max(-SIDEWAYS_MPS, Math.min(SIDEWAYS_MPS, 1.5 * (x - mover.xM())));
  }

  /** Whether nobody is in the way across to a place, and somewhat ahead of it. */
  private boolean isFree(Mover mover, double x) {
    if (lines.stream().anyMatch(line -> x < line.fromM() + KERB_M || x > line.toM() - KERB_M)) {
      return false;
    }
    double low = Math.min(x, mover.xM()) - mover.body().widthM() / 2 - 0.15;
    double high = Math.max(x, mover.xM()) + mover.body().widthM() / 2 + 0.15;
    for (Mover other : movers) {
      double half = other.body().widthM() / 2;
      boolean across = other.xM() + half > low && other.xM() - half < high;
      boolean behind = (other.yM() - mover.yM()) * mover.way().sign() < 0;
      double faster = Math.max(0, other.speedMps() - mover.speedMps());
      double clear = behind ? 1.0 + 1.2 * faster : 3.0;
      boolean inLane = mover.clearAcrossM(other) < 0 && !behind;
      if (other != mover && across && !inLane && mover.clearAlongM(other) < clear) {
        return false;
      }
    }
    return true;
  }
}
