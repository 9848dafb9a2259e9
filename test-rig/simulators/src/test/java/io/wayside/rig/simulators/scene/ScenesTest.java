// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.CountLine;
import io.wayside.rig.simulators.scene.traffic.Crossing;
import io.wayside.rig.simulators.scene.traffic.Mover;
import io.wayside.rig.simulators.scene.traffic.Traffic;
import io.wayside.rig.simulators.scene.traffic.Way;
import io.wayside.rig.simulators.scene.view.Pixel;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scene, as it is settled and as it is driven; few pictures are painted here. */
class ScenesTest {

  private static final int SEEDS = 6;

  /** Bodies touch by so much at most, where two riders squeeze through at once. */
  private static final double TOUCH_M = 0.3;

  static Stream<String> names() {
    return Scenes.all().stream().map(Scenes.Scene::name);
  }

  private static SceneScript script(String name, long seed) {
    return Scenes.named(name).script(seed, Shot.usual());
  }

  private static Traffic traffic(SceneScript script) {
    return new Traffic(script.arrivals(), script.walks(), script.lights(), script.lines());
  }

  private static List<Crossing> driven(SceneScript script) {
    Traffic traffic = traffic(script);
    traffic.advance(script.seconds());
    return traffic.crossings();
  }

  @ParameterizedTest
  @MethodSource("names")
  void linesAndSurveyedPointsLieInThePicture(String name) {
    for (long seed = 1; seed <= 40; seed++) {
      SceneScript script = script(name, seed);
      PictureLines lines = new PictureLines(script);
      for (CountLine line : script.lines()) {
        inside(lines.from(line), script.shot());
        inside(lines.to(line), script.shot());
        assertThat(lines.from(line).x()).isLessThan(lines.to(line).x());
      }
      Matcher point = Pattern.compile("\"px\":\\[([-0-9.]+),([-0-9.]+)\\]").matcher(lines.json());
      int points = 0;
      while (point.find()) {
        inside(
            new Pixel(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))),
            script.shot());
        points++;
      }
      assertThat(points).isEqualTo(4);
    }
  }

  private static void inside(Pixel pixel, Shot shot) {
    assertThat(pixel.x()).isBetween(0.0, shot.widthPx() - 1.0);
    assertThat(pixel.y()).isBetween(0.0, shot.heightPx() - 1.0);
  }

  @ParameterizedTest
  @MethodSource("names")
  void surveyedPointsAreWhereTheCameraSeesThem(String name) {
    SceneScript script = script(name, 3);
    Matcher point =
        Pattern.compile("\"px\":\\[([-0-9.]+),([-0-9.]+)\\],\"m\":\\[([-0-9.]+),([-0-9.]+)\\]")
            .matcher(new PictureLines(script).json());
    while (point.find()) {
      Pixel pixel =
          new Pixel(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
      Vec place = script.camera().ground(pixel).orElseThrow();
      assertThat(place.x()).isCloseTo(Double.parseDouble(point.group(3)), within(0.03));
      assertThat(place.y()).isCloseTo(Double.parseDouble(point.group(4)), within(0.06));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void nobodyDrivesThroughAnotherAndNobodyCrossesALineTwice(String name) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      SceneScript script = script(name, seed);
      Traffic traffic = traffic(script);
      for (double time = 0; time < script.seconds(); time += 0.2) {
        traffic.advance(time);
        apart(traffic.movers(), name + " " + seed + " at " + time);
      }
      Map<String, Long> times =
          traffic.crossings().stream()
              .collect(
                  Collectors.groupingBy(
                      c -> c.mover().id() + "/" + c.line().id(), Collectors.counting()));
      assertThat(times.values()).allMatch(count -> count == 1);
    }
  }

  private static void apart(List<Mover> movers, String where) {
    for (int i = 0; i < movers.size(); i++) {
      for (int k = 0; k < i; k++) {
        Mover one = movers.get(i);
        Mover other = movers.get(k);
        boolean onFoot =
            one.body().kind() == VehicleKind.PEDESTRIAN
                || other.body().kind() == VehicleKind.PEDESTRIAN;
        double along =
            Math.abs(one.yM() - other.yM()) - (one.body().lengthM() + other.body().lengthM()) / 2;
        double across =
            Math.abs(one.xM() - other.xM()) - (one.body().widthM() + other.body().widthM()) / 2;
        double clear = Math.max(along, across);
        assertThat(onFoot || clear > -TOUCH_M).as("%s: %.2f m", where, clear).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "queue,60",
    "queue-5,5",
    "queue-20,20",
    "queue-180,180",
    "queue-mixed,60",
    "queue-before,60",
    "queue-through,60",
    "queue-past,60"
  })
  void aQueueIsTenThatStandTogetherForItsTimeAndAllCross(String name, double standS) {
    for (long seed = 1; seed <= 20; seed++) {
      SceneScript script = script(name, seed);
      Traffic traffic = traffic(script);
      int stood = 0;
      for (double time = 0; time < script.seconds(); time += 0.5) {
        traffic.advance(time);
        List<Mover> riders = riders(traffic);
        stood += riders.size() == 10 && riders.stream().allMatch(m -> m.speedMps() < 0.3) ? 1 : 0;
      }
      assertThat(stood * 0.5).as("seed %d", seed).isBetween(standS - 1, standS + 16);
      assertThat(traffic.crossings()).as("seed %d", seed).hasSize(10);
    }
  }

  /** How many have crossed while all stand: the line lies before, within or behind the queue. */
  @ParameterizedTest
  @CsvSource({"queue-before,0,0", "queue-through,2,9", "queue-past,10,10"})
  void aQueueStandsWhereItsNameSays(String name, int fewest, int most) {
    for (long seed = 1; seed <= 20; seed++) {
      SceneScript script = script(name, seed);
      Traffic traffic = traffic(script);
      traffic.advance(script.lights().get(0).toS());
      assertThat(traffic.crossings().size()).as("seed %d", seed).isBetween(fewest, most);
    }
  }

  @Test
  void aQueueThatStopsTwiceIsPartedByItsSecondStop() {
    for (long seed = 1; seed <= 20; seed++) {
      SceneScript script = script("queue-twice", seed);
      Traffic traffic = traffic(script);
      double again = script.lights().get(1).fromS();
      traffic.advance(again + 12);
      long stand = riders(traffic).stream().filter(m -> m.speedMps() < 0.1).count();
      assertThat(stand).as("seed %d", seed).isBetween(3L, 9L);
      traffic.advance(script.seconds());
      assertThat(traffic.crossings()).as("seed %d", seed).hasSize(10);
    }
  }

  private static List<Mover> riders(Traffic traffic) {
    return traffic.movers().stream()
        .filter(m -> m.body().kind() != VehicleKind.PEDESTRIAN)
        .toList();
  }

  @Test
  void groupsComeTwoToSixAbreast() {
    SceneScript script = script("motorcycle-groups", 2);
    List<Crossing> crossings = driven(script);

    assertThat(crossings.size()).isGreaterThan(90);
    assertThat(crossings).allMatch(c -> c.mover().body().kind() == VehicleKind.MOTORCYCLE);
    long abreast =
        crossings.stream()
            .filter(
                c ->
                    crossings.stream()
                        .anyMatch(
                            o ->
                                o.mover() != c.mover()
                                    && Math.abs(o.timeS() - c.timeS()) < 0.2
                                    && Math.abs(o.mover().xM() - c.mover().xM()) < 1.9))
            .count();
    assertThat((double) abreast / crossings.size()).isGreaterThan(0.75);
  }

  @Test
  void nobodyComesWhereTheCameraOnlyShakes() {
    SceneScript script = script("shake", 1);

    assertThat(script.arrivals()).isEmpty();
    assertThat(script.shake().strengthPx()).isPositive();
    assertThat(script.seconds()).isGreaterThanOrEqualTo(600);
  }

  @Test
  void someComeAgainstTheOthers() {
    SceneScript script = script("wrong-way", 4);
    Map<Way, Long> ways =
        driven(script).stream()
            .collect(Collectors.groupingBy(c -> c.mover().way(), Collectors.counting()));

    assertThat(ways.values().stream().mapToLong(n -> n).min().orElse(0)).isBetween(2L, 5L);
    assertThat(ways).hasSize(2);
  }

  @Test
  void oneStandsAtTheKerbForAWhile() {
    SceneScript script = script("stopped-vehicle", 2);
    Traffic traffic = traffic(script);
    double stood = 0;
    for (double time = 0; time < script.seconds(); time += 0.5) {
      traffic.advance(time);
      stood +=
          traffic.movers().stream().anyMatch(m -> m.speedMps() < 0.05 && Math.abs(m.xM()) > 3)
              ? 0.5
              : 0;
    }
    assertThat(stood).isGreaterThan(40);
  }

  @Test
  void awayIsUpwardsInThePictureAndSoLeftOfALineDrawnToTheRight() {
    SceneScript script = script("free-flow", 1);
    PictureLines lines = new PictureLines(script);

    assertThat(lines.direction(script.lines().get(0), Way.AWAY)).isEqualTo("left");
    assertThat(lines.direction(script.lines().get(0), Way.TOWARDS)).isEqualTo("right");
  }

  @Test
  void seedsDiffer() {
    assertThat(script("night", 1)).isEqualTo(script("night", 1));
    assertThat(script("night", 1).camera()).isNotEqualTo(script("night", 2).camera());
    assertThat(script("night", 1).camera()).isNotEqualTo(script("rain", 1).camera());
  }

  @Test
  void anUnknownSceneAndAnImpossibleSizeAreNamed() {
    assertThatThrownBy(() -> Scenes.named("snow")).hasMessageContaining("free-flow");
    assertThatThrownBy(() -> new Shot(10, 10, 15)).hasMessageContaining("10x10");
    assertThatThrownBy(() -> new Shot(640, 352, 0)).hasMessageContaining("pictures a second");
  }
}
