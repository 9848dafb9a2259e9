// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.core.quality.Flags;
import io.wayside.counting.ground.BodyFit;
import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.Kind;
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

  private final Optional<Ground> ground;
  private final Optional<CameraView> view;
  private final Map<String, Side> ways;
  private final List<CountingLine> lines;
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
    this.ways = plan.ways();
    this.lines = plan.lines();
    this.widthPx = widthPx;
    this.heightPx = heightPx;
  }

  public Sighting appraise(Counted counted) {
    List<Step> clear = clear(counted);
    Optional<Ride> ride = ground.flatMap(plane -> ride(clear, plane));
    Optional<Look> look = ride.flatMap(one -> look(clear, one.heading()));
    Look told = look.orElseGet(() -> RelativeSize.look(counted));
    double alone = Math.min(1, counted.alone() + 0.3);
    OptionalDouble speed =
        ride.isPresent() ? OptionalDouble.of(ride.get().speedMps()) : OptionalDouble.empty();
    return new Sighting(
        counted.vehicle(),
        counted.line(),
        counted.to(),
        counted.atS(),
        along(counted),
        told.kind(),
        told.confidence() * alone,
        told.lengthM(),
        speed,
        occupiedS(told, speed),
        flags(counted));
  }

  private double along(Counted counted) {
    return lines.stream()
        .filter(line -> line.id().equals(counted.line()))
        .mapToDouble(line -> Math.max(0, Math.min(1, line.along(counted.where()))))
        .findFirst()
        .orElse(0.5);
  }

  /** Where nothing covers it and nothing of it is outside the picture, around the crossing. */
  private List<Step> clear(Counted counted) {
    return counted.way().stream()
        .filter(step -> step.alone() && Math.abs(step.atS() - counted.atS()) <= NEAR_S)
        .filter(step -> step.looked().x() > 1 && step.looked().right() < widthPx - 1)
        .filter(step -> step.looked().y() > 1 && step.looked().bottom() < heightPx - 1)
        .toList();
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
