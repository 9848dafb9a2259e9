// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.ground.Pinhole;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vehicles of known kinds before a pinhole camera of which nothing is told. */
class RelativeSizeTest {

  private static final Map<Kind, Integer> CARS = Map.of(Kind.LIGHT, 9, Kind.HEAVY, 1);
  private static final Map<Kind, Integer> STREET =
      Map.of(Kind.TWO_WHEELER, 4, Kind.LIGHT, 5, Kind.HEAVY, 1);
  private static final Map<Kind, Integer> RIDERS = Map.of(Kind.TWO_WHEELER, 1);

  private static Body body(Kind kind, Random random) {
    double more = 0.95 + 0.1 * random.nextDouble();
    return switch (kind) {
      case TWO_WHEELER -> new Body(kind, 2 * more, 0.7 * more, 1.6 * more);
      case HEAVY -> new Body(kind, 10 * more, 2.5 * more, 3.3 * more);
      default -> new Body(kind, 4.4 * more, 1.8 * more, 1.55 * more);
    };
  }

  private static Kind one(Map<Kind, Integer> shares, Random random) {
    int at = random.nextInt(shares.values().stream().mapToInt(n -> n).sum());
    for (Map.Entry<Kind, Integer> share : new EnumMap<>(shares).entrySet()) {
      at -= share.getValue();
      if (at < 0) {
        return share.getKey();
      }
    }
    throw new AssertionError("no share");
  }

  private static Pinhole camera(Random random) {
    return new Pinhole(
        6 + 4 * random.nextDouble(),
        0,
        Math.toRadians(20 + 12 * random.nextDouble()),
        540 + 200 * random.nextDouble(),
        640,
        360);
  }

  private static Counted ride(Kind kind, Pinhole camera, Random random) {
    double ahead = 14 + 10 * random.nextDouble();
    double speed = (random.nextBoolean() ? 1 : -1) * (5 + 3 * random.nextDouble());
    return new Blocks(camera, 0.8, random)
        .ride(
            body(kind, random),
            new Point(5 * random.nextDouble() - 2.5, ahead),
            new Point(0, speed));
  }

  /** The share of right ones of so many after the first ten, over twelve cameras. */
  private static double right(Map<Kind, Integer> shares, int seed) {
    Random random = new Random(seed);
    int right = 0;
    int all = 0;
    for (int place = 0; place < 12; place++) {
      Pinhole camera = camera(random);
      RelativeSize sizes = new RelativeSize(640, 360);
      for (int i = 0; i < 40; i++) {
        Kind kind = one(shares, random);
        Look look = sizes.look(ride(kind, camera, random));
        if (i >= 10) {
          all++;
          right += look.kind() == kind ? 1 : 0;
        }
      }
    }
    return right / (double) all;
  }

  @Test
  void kindsAreToldWhereverInThePictureTheyAreAndWhateverIsUsual() {
    assertThat(right(CARS, 1)).isGreaterThan(0.93);
    assertThat(right(STREET, 2)).isGreaterThan(0.93);
    assertThat(right(RIDERS, 3)).isGreaterThan(0.93);
  }

  @Test
  void theFirstOneIsNotGuessedBoldly() {
    Random random = new Random(4);
    int wrong = 0;
    for (int i = 0; i < 60; i++) {
      Kind kind = one(STREET, random);
      Look look = new RelativeSize(640, 360).look(ride(kind, camera(random), random));
      assertThat(look.confidence()).isBetween(0.0, 0.4);
      wrong += look.kind() != kind && look.confidence() > 0.35 ? 1 : 0;
    }
    assertThat(wrong).isLessThan(4);
  }

  @Test
  void pixelsAndMirrorsDoNotMatter() {
    Random random = new Random(5);
    Pinhole camera = camera(random);
    RelativeSize sizes = new RelativeSize(640, 360);
    RelativeSize finer = new RelativeSize(1280, 720);
    RelativeSize mirrored = new RelativeSize(640, 360);
    for (int i = 0; i < 30; i++) {
      Counted one = ride(one(STREET, random), camera, random);
      Look look = sizes.look(one);
      Look fine = finer.look(changed(one, 2, false));
      Look mirror = mirrored.look(changed(one, 1, true));
      assertThat(fine.confidence()).isCloseTo(look.confidence(), within(0.02)); // edges are a pixel
      assertThat(look.confidence() > 0.25 && fine.kind() != look.kind()).isFalse();
      assertThat(mirror.kind()).isEqualTo(look.kind());
      assertThat(mirror.confidence()).isCloseTo(look.confidence(), within(1e-9));
    }
  }

  private static Counted changed(Counted one, double factor, boolean mirrored) {
    List<Step> way =
        one.way().stream()
            .map(
                step ->
                    new Step(
                        step.atS(),
                        changed(step.box(), factor, mirrored),
                        changed(step.looked(), factor, mirrored),
                        step.alone()))
            .toList();
    return Blocks.counted(changed(one.box(), factor, mirrored), way);
  }

  private static Box changed(Box box, double factor, boolean mirrored) {
    double x = mirrored ? 640 - box.right() : box.x();
    return new Box(factor * x, factor * box.y(), factor * box.w(), factor * box.h());
  }

  /** What was never by itself is told by what is known, and teaches nothing. */
  @Test
  void outlinesThatAreSharedAreNotLearnt() {
    Random random = new Random(6);
    Pinhole camera = camera(random);
    RelativeSize sizes = new RelativeSize(640, 360);
    RelativeSize disturbed = new RelativeSize(640, 360);
    for (int i = 0; i < 20; i++) {
      Counted one = ride(one(CARS, random), camera, random);
      List<Step> shared =
          one.way().stream()
              .map(step -> new Step(step.atS(), step.box(), step.looked(), false))
              .toList();
      Look hidden = disturbed.look(Blocks.counted(one.box(), shared));
      assertThat(hidden.confidence()).isBetween(0.0, 0.4);
      assertThat(disturbed.look(one)).isEqualTo(sizes.look(one));
    }
  }

  @Test
  void whatIsLikeNothingIsOther() {
    Random random = new Random(7);
    Pinhole camera = camera(random);
    RelativeSize sizes = new RelativeSize(640, 360);
    for (int i = 0; i < 20; i++) {
      sizes.look(ride(one(STREET, random), camera, random));
    }
    Counted flat =
        new Blocks(camera, 0.2, random)
            .ride(new Body(Kind.OTHER, 0.4, 6, 0.3), new Point(0, 18), new Point(0, -6));
    Look look = sizes.look(flat);
    assertThat(look.kind()).isEqualTo(Kind.OTHER);
    assertThat(look.confidence()).isLessThan(0.2);
  }
}
