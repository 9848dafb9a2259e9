// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flags;
import io.wayside.counting.detect.ClassVotes.Verdict;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Followed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is asked about, how often, and what comes of answers that are late, wrong or missing. */
class NamingTest {

  private static final Map<String, String> CLASSES =
      Map.of("car", "light", "bus", "heavy", "truck", "heavy");

  private final Naming naming = new Naming(new Naming.Rules(0.3, 3, 1.5), CLASSES);

  private static Followed vehicle(long number) {
    return new Followed(number, new Box(100 * number, 50, 40, 30));
  }

  /** What a detector says where that vehicle is. */
  private static Detection says(long number, String label, double confidence) {
    return new Detection(label, confidence, 100 * number, 50, 100 * number + 40, 80);
  }

  private static Sighting crosses(long number) {
    return new Sighting(
        number,
        "A",
        Side.LEFT,
        1,
        0.5,
        Kind.LIGHT,
        0.3,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        Flags.NONE);
  }

  private Look asked(double atS, Followed... near) {
    return naming.look(List.of(near), atS).orElseThrow();
  }

  private Optional<Verdict> verdict(long number, double atS) {
    naming.crossed(List.of(crosses(number)), atS);
    List<Named> due = naming.due(atS);
    assertThat(due).hasSize(1);
    return due.get(0).verdict();
  }

  @Test
  void aVehicleIsLookedAtAFewTimesAndThenLeftAlone() {
    int looks = 0;
    for (double atS = 0; atS < 20; atS += 0.1) {
      Optional<Look> look = naming.look(List.of(vehicle(1)), atS);
      look.ifPresent(one -> naming.answered(one, List.of()));
      looks += look.isPresent() ? 1 : 0;
    }
    assertThat(looks).isEqualTo(3);
  }

  @Test
  void onlyOnePictureIsAskedAboutAtATimeAndNotTooSoon() {
    Look first = asked(0, vehicle(1));
    assertThat(naming.look(List.of(vehicle(1)), 5)).isEmpty();
    naming.unanswered(first);
    assertThat(naming.look(List.of(vehicle(1)), 0.2)).isEmpty();
    assertThat(naming.look(List.of(vehicle(1)), 0.31)).isPresent();
  }

  @Test
  void nobodyIsAskedAboutAnEmptyRoad() {
    assertThat(naming.look(List.of(), 0)).isEmpty();
  }

  @Test
  void eachVehicleGetsTheNameOfTheBoxThatLiesOnIt() {
    Look look = asked(0, vehicle(1), vehicle(2), vehicle(3));
    naming.answered(
        look, List.of(says(2, "bus", 0.9), says(1, "car", 0.8), says(3, "person", 0.9)));
    assertThat(verdict(1, 0.1).map(Verdict::vehicleClass)).hasValue("light");
    assertThat(verdict(2, 0.1).map(Verdict::vehicleClass)).hasValue("heavy");
    assertThat(verdict(3, 0.1)).as("no label of a vehicle").isEmpty();
    assertThat(verdict(4, 0.1)).as("never looked at").isEmpty();
  }

  @Test
  void labelsOfOneClassVoteTogetherAndASingleLookIsNotBelievedWhole() {
    naming.answered(asked(0, vehicle(1)), List.of(says(1, "bus", 0.6)));
    naming.answered(asked(1, vehicle(1)), List.of(says(1, "truck", 0.6)));
    assertThat(verdict(1, 1.1).orElseThrow().confidence()).isCloseTo(1.2 / 1.7, within(1e-9));
  }

  @Test
  void votesThatQuarrelLeaveTheClassToTheOutline() {
    naming.answered(asked(0, vehicle(1)), List.of(says(1, "bus", 0.6)));
    naming.answered(asked(1, vehicle(1)), List.of(says(1, "car", 0.6)));
    assertThat(verdict(1, 1.1)).isEmpty();
  }

  @Test
  void whatCrossedWaitsForItsAnswerAndForNobodyElses() {
    Look look = asked(0, vehicle(1));
    naming.crossed(List.of(crosses(1), crosses(2)), 0.5);
    assertThat(naming.due(0.5)).extracting(one -> one.sighting().vehicle()).containsExactly(2L);
    naming.answered(look, List.of(says(1, "bus", 0.9)));
    List<Named> due = naming.due(0.9);
    assertThat(due).hasSize(1);
    assertThat(due.get(0).verdict().map(Verdict::vehicleClass)).hasValue("heavy");
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsNotWaitedFor() {
    asked(0, vehicle(1));
    naming.crossed(List.of(crosses(1)), 1);
    assertThat(naming.due(2.4)).isEmpty();
    assertThat(naming.due(2.51)).hasSize(1);
    assertThat(naming.due(9)).isEmpty();
  }

  @Test
  void whenPicturesEndAllIsTold() {
    asked(0, vehicle(1));
    naming.crossed(List.of(crosses(1)), 1);
    assertThat(naming.rest()).hasSize(1);
    assertThat(naming.rest()).isEmpty();
  }

  @Test
  void anAnswerFromBeforeAllWasForgottenNamesNobody() {
    Look old = asked(0, vehicle(1));
    naming.forget();
    Look now = asked(1, vehicle(1));
    naming.answered(old, List.of(says(1, "bus", 0.9)));
    assertThat(naming.look(List.of(vehicle(1)), 2)).as("still awaited").isEmpty();
    naming.answered(now, List.of());
    assertThat(verdict(1, 2)).isEmpty();
  }

  /** Whatever the detector does, each vehicle that crossed is told once, and within its time. */
  @Test
  void everyVehicleIsToldOnceHoweverTheDetectorBehaves() {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      Naming one = new Naming(new Naming.Rules(0.2, 2, 1), CLASSES);
      Map<Long, Double> crossedAt = new HashMap<>();
      List<Named> told = new ArrayList<>();
      Optional<Look> open = Optional.empty();
      long next = 0;
      for (double atS = 0; atS < 100; atS += 0.1) {
        List<Sighting> crossed = new ArrayList<>();
        if (random.nextInt(4) == 0) {
          crossedAt.put(next, atS);
          crossed.add(crosses(next));
          next += 1;
        }
        one.crossed(crossed, atS);
        Optional<Look> asked = one.look(List.of(vehicle(next), vehicle(next + 1)), atS);
        assertThat(asked.isPresent() && open.isPresent()).as("two at once").isFalse();
        open = asked.isPresent() ? asked : open;
        if (open.isPresent() && random.nextInt(12) == 0) {
          if (random.nextBoolean()) {
            one.answered(open.get(), List.of(says(random.nextInt(5), "car", 0.9)));
          } else {
            one.unanswered(open.get());
          }
          open = Optional.empty();
        }
        for (Named named : one.due(atS)) {
          told.add(named);
          assertThat(atS - crossedAt.get(named.sighting().vehicle())).isLessThan(1.11);
        }
      }
      told.addAll(one.rest());
      Set<Long> numbers = new HashSet<>();
      told.forEach(named -> numbers.add(named.sighting().vehicle()));
      assertThat(told).hasSameSizeAs(numbers).hasSize((int) next);
    }
  }
}
