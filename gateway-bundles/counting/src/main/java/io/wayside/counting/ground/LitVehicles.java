// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads lamps as vehicles: two at one distance and a vehicle's width from each other are one, a
 * lamp by itself is a two-wheeler. How high lamps are is known well enough, so the place of the
 * road below them is known, whatever of the body is seen.
 */
public final class LitVehicles {

  /** Two lamps of one vehicle are so far apart. */
  private static final double NEAREST_M = 0.85;

  private static final double FARTHEST_M = 2.2;

  /** They are at one distance within this, and within so many pixels. */
  private static final double LEVEL_M = 0.5;

  private static final double LEVEL_PX = 1.5;

  /** Two that run into each other are as wide as that, and no higher than so much of it. */
  private static final double RUN_TOGETHER_M = 0.9;

  private static final double FLAT = 0.6;

  /** A vehicle has to be as large as that to be seen: pixels a metre. */
  private static final double LEAST_PX_PER_M = 3.5;

  /** A mirror image is so far beside its lamp at most, and so far from where it should be. */
  private static final double MIRROR_ASIDE_M = 0.35;

  private static final double MIRROR_OFF = 0.35;

  /** It is hardly wider than its lamp. */
  private static final double MIRROR_WIDE = 1.3;

  /** The image of a red lamp with fewer pixels is too faint to be told from none. */
  private static final double FEWEST_RED_PX = 6;

  /** So far beside an image nothing of it is seen; the other lamp of a vehicle is farther off. */
  private static final double BESIDE_IMAGE_M = 0.3;

  /** With the light around it a lamp is no wider; a white roof or tailgate is, and is no lamp. */
  private static final double WIDEST_LAMP_M = 0.6;

  /** Nearer to its lamp an image cannot be told from it. */
  private static final double MIRROR_APART_PX = 12;

  /** What else shines on a vehicle is so far behind its lamps and beside them at most. */
  private static final double BEHIND_M = 2.2;

  private static final double BESIDE_M = 0.45;

  /** Lamps of what is wider than a car are so far apart. */
  private static final double WIDE_M = 1.65;

  /** Cosine: lamps face ahead and astern, and who goes across the view more shows hardly any. */
  private static final double ACROSS = 0.5;

  private static final Body CAR = new Body(Kind.LIGHT, 4.2, 1.75, 1.5);
  private static final Body LORRY = new Body(Kind.HEAVY, 8.5, 2.5, 3);
  private static final Body RIDER = new Body(Kind.TWO_WHEELER, 1.9, 0.75, 1.6);

  /** As large as a vehicle may be. */
  private static final Body LARGEST = new Body(Kind.HEAVY, 17, 2.6, 4);

  private static final Body LARGEST_RIDER = new Body(Kind.TWO_WHEELER, 2.2, 1, 1.9);

  private final Ground ground;
  private final CameraView view;

  public LitVehicles(Ground ground, CameraView view) {
    this.ground = ground;
    this.view = view;
  }

  /**
   * All that shines on the road.
   *
   * @param across what shines on who goes across the view: no lamps to tell a vehicle by
   * @param lamps how many are so near that an image of theirs would be seen on a wet road
   * @param mirrored of how many of these it is seen
   */
  public record Lights(List<Lit> vehicles, List<Spot> across, int lamps, int mirrored) {}

  /** The lamps of one vehicle: one, or two. */
  private record Set(List<Lamp> lamps, Point m, double halfWidthM) {

    boolean isPair() {
      return halfWidthM > 0;
    }
  }

  /**
   * Outlines of vehicles with these lamps, as large as usual ones.
   *
   * @param motion how what is seen at a point moves in the picture, as far as known
   * @param usual how most that passes moves, to or fro; nothing while that is not known
   * @param images of lamps, where they are too faint to be lamps themselves
   */
  public Lights of(List<Spot> spots, UnaryOperator<Point> motion, Point usual, Images images) {
    List<Lamp> all = lamps(spots);
    List<Lamp> lamps = withoutMirrorImages(all);
    List<Lamp> near = lamps.stream().filter(this::wouldMirror).toList();
    int mirrored = (int) near.stream().filter(lamp -> isMirrored(lamp, all, images)).count();
    List<Set> sets = withoutParts(sets(lamps, motion));
    List<Set> across = sets.stream().filter(set -> isAcross(set, usual)).toList();
    List<Lit> vehicles =
        sets.stream().filter(set -> !across.contains(set)).map(set -> lit(set, motion)).toList();
    List<Spot> others =
        across.stream().flatMap(set -> set.lamps().stream()).map(Lamp::spot).toList();
    return new Lights(vehicles, others, near.size(), mirrored);
  }

  private boolean isAcross(Set set, Point usual) {
    Point away = away(set.m());
    return heading(set.m(), usual)
        .filter(to -> Math.abs(to.x() * away.x() + to.y() * away.y()) < ACROSS * length(to))
        .isPresent();
  }

  private List<Lamp> lamps(List<Spot> spots) {
    List<Lamp> lamps = new ArrayList<>();
    for (Spot spot : spots) {
      ground
          .onRoad(spot.at())
          .map(p -> view.above(p, Lamp.HEIGHT_M))
          .ifPresent(
              m -> {
                double pxPerM = pxPerM(m);
                if (pxPerM >= LEAST_PX_PER_M) {
                  lamps.add(new Lamp(spot, m, pxPerM));
                }
              });
    }
    return lamps;
  }

  private double pxPerM(Point m) {
    Point aside = aside(m);
    return view.seen(m, Lamp.HEIGHT_M)
        .distance(view.seen(new Point(m.x() + aside.x(), m.y() + aside.y()), Lamp.HEIGHT_M));
  }

  /** Across the line of sight, one metre long. */
  private Point aside(Point m) {
    Point away = away(m);
    return new Point(-away.y(), away.x());
  }

  private Point away(Point m) {
    Point camera = view.below();
    double far = Math.max(1e-6, camera.distance(m));
    return new Point((m.x() - camera.x()) / far, (m.y() - camera.y()) / far);
  }

  private boolean isMirrored(Lamp lamp, List<Lamp> all, Images images) {
    return all.stream().anyMatch(image -> mirrors(image, lamp))
        || images.shines(
            lamp.spot(),
            view.seen(lamp.m(), -Lamp.HEIGHT_M),
            lamp.spot().w() / 2 + BESIDE_IMAGE_M * lamp.pxPerM());
  }

  /** A wet road shows a lamp as far below it as it is above. */
  private List<Lamp> withoutMirrorImages(List<Lamp> lamps) {
    return lamps.stream()
        .filter(image -> lamps.stream().noneMatch(lamp -> mirrors(image, lamp)))
        .toList();
  }

  private boolean mirrors(Lamp image, Lamp lamp) {
    if (image.equals(lamp) || image.spot().red() != lamp.spot().red()) {
      return false;
    }
    Point expected = view.seen(lamp.m(), -Lamp.HEIGHT_M);
    double below = lamp.spot().at().distance(expected);
    return image.spot().w() <= MIRROR_WIDE * lamp.spot().w() + 1
        && Math.abs(image.spot().at().x() - expected.x()) < 1 + MIRROR_ASIDE_M * lamp.pxPerM()
        && Math.abs(image.spot().at().y() - expected.y()) < 1 + MIRROR_OFF * below;
  }

  /** Whether its image would be in the picture, clearly apart from it and bright enough. */
  private boolean wouldMirror(Lamp lamp) {
    Point expected = view.seen(lamp.m(), -Lamp.HEIGHT_M);
    Spot spot = lamp.spot();
    return lamp.widthM() < WIDEST_LAMP_M
        && (!spot.red() || spot.w() * spot.h() >= FEWEST_RED_PX)
        && lamp.spot().at().distance(expected) > MIRROR_APART_PX
        && expected.y() < view.highPx() - MIRROR_APART_PX / 2;
  }

  private List<Set> sets(List<Lamp> lamps, UnaryOperator<Point> motion) {
    record Pair(Lamp a, Lamp b, double misfit) {}
    List<Pair> pairs = new ArrayList<>();
    List<Set> sets = new ArrayList<>();
    List<Lamp> free = new ArrayList<>();
    for (Lamp lamp : lamps) {
      if (lamp.widthM() > RUN_TOGETHER_M && lamp.spot().h() < FLAT * lamp.spot().w()) {
        sets.add(new Set(List.of(lamp), lamp.m(), lamp.widthM() / 2));
      } else {
        free.add(lamp);
      }
    }
    for (int i = 0; i < free.size(); i++) {
      for (int j = i + 1; j < free.size(); j++) {
        Lamp a = free.get(i);
        Lamp b = free.get(j);
        double off = Math.abs(b.spot().at().y() - a.spot().at().y());
        double apart = a.m().distance(b.m());
        double along = along(a, b, motion);
        if (a.spot().red() == b.spot().red()
            && apart > NEAREST_M
            && apart < FARTHEST_M
            && (along < LEVEL_M || off < LEVEL_PX)) {
          pairs.add(new Pair(a, b, along + 0.3 * Math.abs(apart - 1.4)));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::misfit));
    for (Pair pair : pairs) {
      if (free.contains(pair.a()) && free.contains(pair.b())) {
        free.remove(pair.a());
        free.remove(pair.b());
        sets.add(
            new Set(
                List.of(pair.a(), pair.b()),
                pair.a().m().towards(pair.b().m(), 0.5),
                pair.a().m().distance(pair.b().m()) / 2));
      }
    }
    free.forEach(lamp -> sets.add(new Set(List.of(lamp), lamp.m(), 0)));
    return sets;
  }

  /**
   * How much farther ahead one is than the other, on the way that is gone there; while that is not
   * known, how much farther from the camera. Who comes at an angle to the line of sight has one
   * lamp nearer than the other.
   */
  private double along(Lamp a, Lamp b, UnaryOperator<Point> motion) {
    Point between = a.m().towards(b.m(), 0.5);
    Point ahead =
        heading(between, motion.apply(view.seen(between, 0))).orElseGet(() -> away(between));
    double x = b.m().x() - a.m().x();
    double y = b.m().y() - a.m().y();
    return Math.abs(x * ahead.x() + y * ahead.y()) / length(ahead);
  }

  /** Plates, glass and riders that are lit shine as well, on vehicles that have lamps. */
  private List<Set> withoutParts(List<Set> sets) {
    List<Set> nearestFirst =
        sets.stream()
            .sorted(Comparator.comparingDouble(set -> view.below().distance(set.m())))
            .toList();
    List<Set> whole = new ArrayList<>();
    for (Set set : nearestFirst) {
      if (whole.stream().noneMatch(other -> isOn(set, other))) {
        whole.add(set);
      }
    }
    return whole;
  }

  private boolean isOn(Set part, Set whole) {
    if (part.isPair() && !whole.isPair()) {
      return false;
    }
    Point away = away(whole.m());
    double dx = part.m().x() - whole.m().x();
    double dy = part.m().y() - whole.m().y();
    double behind = dx * away.x() + dy * away.y();
    double beside = Math.abs(dx * away.y() - dy * away.x());
    return behind > -0.3 && behind < BEHIND_M && beside < whole.halfWidthM() + BESIDE_M;
  }

  private Lit lit(Set set, UnaryOperator<Point> motion) {
    Point away = away(set.m());
    Point foot = view.seen(set.m(), 0);
    Point heading = heading(set.m(), motion.apply(foot)).orElse(away);
    Box all = outline(set, heading, body(set));
    Box outline =
        new Box(foot.x() - all.w() / 2, all.y(), all.w(), Math.max(2, foot.y() - all.y()));
    Box largest = outline(set, heading, set.isPair() ? LARGEST : LARGEST_RIDER);
    return new Lit(outline, outline.with(largest).with(image(set)));
  }

  /** Of a body whose lamps are at the end that is nearer to the camera. */
  private Box outline(Set set, Point heading, Body body) {
    Point away = away(set.m());
    double length = length(heading);
    double sign = heading.x() * away.x() + heading.y() * away.y() >= 0 ? 1 : -1;
    double half = sign * body.lengthM() / 2 / length;
    Point middle = new Point(set.m().x() + half * heading.x(), set.m().y() + half * heading.y());
    return view.outline(middle, heading, body);
  }

  private static Body body(Set set) {
    if (!set.isPair()) {
      return RIDER;
    }
    return set.halfWidthM() < WIDE_M / 2 ? CAR : LORRY;
  }

  private Box image(Set set) {
    Point bottom = view.seen(set.m(), -(set.isPair() ? LORRY : LARGEST_RIDER).heightM());
    Point top = view.seen(set.m(), 0);
    double half = (set.halfWidthM() + BESIDE_M) * pxPerM(set.m());
    return new Box(bottom.x() - half, top.y(), 2 * half, bottom.y() - top.y());
  }

  private Optional<Point> heading(Point m, Point motion) {
    double length = length(motion);
    if (length == 0) {
      return Optional.empty();
    }
    Point foot = view.seen(m, 0);
    return ground
        .onRoad(new Point(foot.x() + 4 * motion.x() / length, foot.y() + 4 * motion.y() / length))
        .map(to -> new Point(to.x() - m.x(), to.y() - m.y()));
  }

  private static double length(Point way) {
    return Math.hypot(way.x(), way.y());
  }
}
