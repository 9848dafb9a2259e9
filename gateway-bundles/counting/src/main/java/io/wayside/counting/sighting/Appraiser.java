// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.core.quality.Flags;
import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.BodyFit;
import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says what kind of vehicle crossed a line and how fast it was, as far as can be told. */
public final class Appraiser {

  /** What is farther from the moment on the line, before or after, is not the speed there. */
  private static final double NEAR_S = 1.2;

  /** So many outlines are enough to tell a kind from. */
  private static final int OUTLINES = 7;

  /** Slower is standing, and has no heading. */
  private static final double RIDES_MPS = 0.5;

  /** Less of its way by itself, and it may be several. */
  private static final double MERGED = 0.5;

  private static final double STOPPED_S = 3;

  /** A moment on the line that is farther from the other than that is a wrong one. */
  private static final double SAME_S = 0.5;

  private final Optional<Ground> ground;
  private final Optional<CameraView> view;
  private final Optional<Speed> speeds;
  private final Map<String, Side> ways;
  private final List<CountingLine> lines;
  private final RelativeSize sizes;
  private final double widthPx;
  private final double heightPx;

  /**
   * For pictures of this size.
   *
   * @param plan in pixels of the same picture
   */
  public Appraiser(Plan plan, double widthPx, double heightPx) {
    this.ground = plan.ground();
    this.view = ground.map(plane -> new CameraView(plane, widthPx, heightPx));
    this.speeds = ground.map(plane -> new Speed(plane, view.orElseThrow(), widthPx, heightPx));
    this.ways = plan.ways();
    this.lines = plan.lines();
    this.sizes = new RelativeSize(widthPx, heightPx);
    this.widthPx = widthPx;
    this.heightPx = heightPx;
  }

  public Sighting appraise(Counted counted) {
    List<Step> alone = alone(counted);
    List<Step> clear = alone.stream().filter(this::isWhole).toList();
    Optional<Ride> ride = ground.flatMap(plane -> ride(clear, plane));
    Optional<Look> look = ride.flatMap(one -> look(clear, one.heading()));
    Look guess = sizes.look(counted);
    Look told = look.orElse(guess);
    Optional<Speed.Ridden> ridden = look.flatMap(one -> ridden(alone, ride.orElseThrow(), one));
    OptionalDouble speed =
        ridden.isPresent() ? OptionalDouble.of(ridden.get().mps()) : OptionalDouble.empty();
    return new Sighting(
        counted.vehicle(),
        counted.line(),
        counted.to(),
        ridden.map(one -> atS(one, counted)).orElse(counted.atS()),
        along(counted),
        told.kind(),
        told.confidence() * Math.min(1, counted.alone() + 0.3),
        told.lengthM(),
        speed,
        occupiedS(told, speed),
        flags(counted));
  }

  /** When the block crossed, unless that is another moment than the one it was seen to. */
  private double atS(Speed.Ridden ridden, Counted counted) {
    OptionalDouble atS =
        line(counted).isPresent()
            ? speeds.orElseThrow().crossedS(ridden, line(counted).get())
            : OptionalDouble.empty();
    return atS.isPresent() && Math.abs(atS.getAsDouble() - counted.atS()) < SAME_S
        ? atS.getAsDouble()
        : counted.atS();
  }

  private Optional<CountingLine> line(Counted counted) {
    return lines.stream().filter(line -> line.id().equals(counted.line())).findFirst();
  }

  private double along(Counted counted) {
    return line(counted)
        .map(line -> Math.max(0, Math.min(1, line.along(counted.where()))))
        .orElse(0.5);
  }

  /** Where nothing covers it, around the crossing. */
  private static List<Step> alone(Counted counted) {
    return counted.way().stream()
        .filter(step -> step.alone() && Math.abs(step.atS() - counted.atS()) <= NEAR_S)
        .toList();
  }

  /** Whether nothing of it is outside the picture. */
  private boolean isWhole(Step step) {
    Box box = step.looked();
    return box.x() > 1 && box.right() < widthPx - 1 && box.y() > 1 && box.bottom() < heightPx - 1;
  }

  private Optional<Speed.Ridden> ridden(List<Step> alone, Ride ride, Look look) {
    return speeds
        .orElseThrow()
        .of(alone, ride, Body.usual(look.kind(), look.lengthM().orElseThrow()));
  }

  private static Optional<Ride> ride(List<Step> clear, Ground ground) {
    List<Ride.Place> places = new ArrayList<>();
    for (Step step : clear) {
      ground.onRoad(step.looked().foot()).ifPresent(m -> places.add(new Ride.Place(step.atS(), m)));
    }
    return Ride.through(places).filter(ride -> ride.speedMps() > RIDES_MPS);
  }

  /** The kind that most outlines agree on, and the median of the lengths they give it. */
  private Optional<Look> look(List<Step> clear, Point heading) {
    Map<Kind, List<BodyFit>> fits = new EnumMap<>(Kind.class);
    int every = Math.max(1, clear.size() / OUTLINES);
    int looked = 0;
    for (int i = clear.size() - 1; i >= 0; i -= every) {
      Optional<BodyFit> fit =
          BodyFit.of(clear.get(i).looked(), heading, ground.orElseThrow(), view.orElseThrow());
      fit.ifPresent(one -> fits.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one));
      looked++;
    }
    int all = looked;
    return fits.entrySet().stream()
        .max((a, b) -> Double.compare(votes(a.getValue()), votes(b.getValue())))
        .map(
            most -> new Look(most.getKey(), votes(most.getValue()) / all, median(most.getValue())));
  }

  private static double votes(List<BodyFit> fits) {
    return fits.stream().mapToDouble(BodyFit::confidence).sum();
  }

  private static OptionalDouble median(List<BodyFit> fits) {
    return OptionalDouble.of(
        fits.stream()
            .mapToDouble(fit -> fit.body().lengthM())
            .sorted()
            .skip(fits.size() / 2)
            .findFirst()
            .orElseThrow());
  }

  private static double occupiedS(Look look, OptionalDouble speed) {
    return look.lengthM().isPresent() && speed.isPresent()
        ? look.lengthM().getAsDouble() / speed.getAsDouble()
        : 0;
  }

  private Flags flags(Counted counted) {
    Flags flags = Flags.NONE;
    Side way = ways.get(counted.line());
    if (ground.isEmpty()) {
      flags = flags.with(SightFlags.PIXELS);
    }
    if (counted.queue()) {
      flags = flags.with(SightFlags.QUEUE);
    }
    if (counted.alone() < MERGED) {
      flags = flags.with(SightFlags.MERGED);
    }
    if (!counted.whole()) {
      flags = flags.with(SightFlags.CUT);
    }
    if (way != null && way != counted.to()) {
      flags = flags.with(SightFlags.WRONG_WAY);
    }
    if (counted.stoodS() >= STOPPED_S) {
      flags = flags.with(SightFlags.STOPPED);
    }
    return flags;
  }
}
