// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import static io.wayside.weighing.accuracy.Criterion.AXLE_OF_GROUP;
import static io.wayside.weighing.accuracy.Criterion.GROSS;
import static io.wayside.weighing.accuracy.Criterion.GROUP;
import static io.wayside.weighing.accuracy.Criterion.SINGLE_AXLE;
import static io.wayside.weighing.accuracy.Criterion.SPEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.weighing.accuracy.Conditions.Environment;
import io.wayside.weighing.accuracy.Conditions.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of COST 323: tolerances, ways back from a tolerance to its class, floors. */
class Cost323Test {

  private static final Conditions TRAFFIC = new Conditions(Environment.I, Plan.R2, false);

  /** Rows of the specification, printed without decimals there. */
  @ParameterizedTest
  @CsvSource({
    "GROSS,5,7,10,15,20,25,30",
    "GROUP,7,10,13,18,23,28,33",
    "SINGLE_AXLE,8,11,15,20,25,30,36",
    "AXLE_OF_GROUP,10,14,20,25,30,35,41",
    "SPEED,2,3,4,6,8,10,Infinity",
    "SPACING,2,3,4,6,8,10,Infinity",
    "COUNT,1,1,1,3,4,5,Infinity"
  })
  void tolerancesAreThoseOfTheTable(
      Criterion criterion,
      double a,
      double b7,
      double b,
      double c,
      double d20,
      double d,
      double e) {
    int[] levels = {5, 7, 10, 15, 20, 25, 30};
    double[] expected = {a, b7, b, c, d20, d, e};
    for (int i = 0; i < levels.length; i++) {
      double tolerance = new AccuracyClass(levels[i]).tolerance(criterion);
      assertThat((double) Math.round(Math.min(tolerance, 1e6)))
          .isEqualTo(Math.min(expected[i], 1e6));
    }
  }

  @ParameterizedTest
  @CsvSource({"GROSS", "GROUP", "SINGLE_AXLE", "AXLE_OF_GROUP", "SPEED", "SPACING"})
  void theToleranceOfAClassLeadsBackToIt(Criterion criterion) {
    for (int level : new int[] {5, 7, 10, 15, 20, 25, 30, 35, 40}) {
      double tolerance = new AccuracyClass(level).tolerance(criterion);
      if (Double.isInfinite(tolerance)) {
        continue;
      }
      // The way back is rounded by the specification: 0.05 of a class at most.
      assertThat(AccuracyClass.reached(criterion, tolerance - 0.1).level()).isEqualTo(level);
      assertThat(AccuracyClass.reached(criterion, tolerance + 0.1).level()).isGreaterThan(level);
    }
  }

  @Test
  void aLargerToleranceNeverGivesABetterClass() {
    for (Criterion criterion : Criterion.values()) {
      if (criterion == Criterion.WHEEL) {
        continue;
      }
      AccuracyClass previous = AccuracyClass.reached(criterion, 0);
      for (double delta = 0; delta < 80; delta += 0.01) {
        AccuracyClass next = AccuracyClass.reached(criterion, delta);
        assertThat(next).as("%s %s", criterion, delta).isGreaterThanOrEqualTo(previous);
        previous = next;
      }
    }
  }

  @Test
  void oneEuropeanSiteSolvedProperlyIsClassC() {
    assertThat(AccuracyClass.reached(GROSS, 7.53).label()).isEqualTo("B(10)");
    assertThat(AccuracyClass.reached(GROUP, 9.14).label()).isEqualTo("B+(7)");
    assertThat(AccuracyClass.reached(SINGLE_AXLE, 15.36).label()).isEqualTo("C(15)");
    assertThat(AccuracyClass.reached(AXLE_OF_GROUP, 12.89).label()).isEqualTo("B+(7)");
  }

  @Test
  void labelsAreThoseOfTheSpecification() {
    assertThat(List.of(5, 7, 10, 15, 20, 25, 30, 35))
        .extracting(level -> new AccuracyClass(level).label())
        .containsExactly("A(5)", "B+(7)", "B(10)", "C(15)", "D+(20)", "D(25)", "E(30)", "E(35)");
  }

  private static List<Pair> pairs(Criterion criterion, double reference, double spread, int n) {
    Random random = new Random(n);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double error = spread * random.nextGaussian() / 100;
      pairs.add(Pair.of(criterion, reference, reference * (1 + error)));
    }
    return pairs;
  }

  @Test
  void theOverallClassIsTheWorst() {
    List<Pair> pairs = new ArrayList<>(pairs(GROSS, 300e3, 1, 60));
    pairs.addAll(pairs(SINGLE_AXLE, 60e3, 9, 60));
    Cost323 result = Cost323.assess(pairs, TRAFFIC);
    assertThat(result.results().get(GROSS).level()).contains(new AccuracyClass(5));
    assertThat(result.overall()).isEqualTo(result.results().get(SINGLE_AXLE).level());
    assertThat(result.overall().orElseThrow().level()).isGreaterThan(10);
  }

  @Test
  void smallReferencesAreLeftOutAndCounted() {
    List<Pair> pairs = new ArrayList<>(pairs(GROSS, 300e3, 1, 30));
    pairs.addAll(pairs(GROSS, 35e3, 50, 12));
    Cost323.Result result = Cost323.assess(pairs, TRAFFIC).results().get(GROSS);
    assertThat(result.sample().n()).isEqualTo(30);
    assertThat(result.belowFloor()).isEqualTo(12);
    assertThat(result.level()).contains(new AccuracyClass(5));
    assertThat(Cost323.floor(SPEED)).isCloseTo(30 / 3.6, within(1e-12));
    assertThat(Cost323.floor(GROUP)).isEqualTo(20e3);
  }

  @Test
  void pairsThatServedForCalibrationMustBeBetter() {
    List<Pair> pairs = pairs(GROSS, 300e3, 2.5, 40);
    Cost323.Result service = Cost323.assess(pairs, TRAFFIC).results().get(GROSS);
    Cost323.Result initial =
        Cost323.assess(pairs, new Conditions(Environment.I, Plan.R2, true)).results().get(GROSS);
    assertThat(initial.smallestTolerance()).isEqualTo(service.smallestTolerance());
    assertThat(initial.judgedTolerance())
        .isCloseTo(1.25 * service.smallestTolerance(), within(1e-9));
    assertThat(initial.tolerance())
        .isCloseTo(0.8 * initial.level().orElseThrow().level(), within(1e-9));
    assertThat(initial.reached()).isGreaterThanOrEqualTo(initial.demanded());
  }

  @Test
  void tooFewPairsGiveNoClass() {
    assertThat(Cost323.assess(pairs(GROSS, 300e3, 1, 1), TRAFFIC).overall()).isEmpty();
    assertThat(Cost323.assess(pairs(GROSS, 300e3, 1, 2), TRAFFIC).overall()).isEmpty();
    assertThat(Cost323.assess(pairs(GROSS, 1e3, 1, 50), TRAFFIC).overall()).isEmpty();
  }

  @Test
  void theSiteWithTheStrictestConditionsIsNeverBetterThanWithOthers() {
    List<Pair> pairs = pairs(GROSS, 300e3, 3, 25);
    double strictest =
        Cost323.assess(pairs, Conditions.STRICTEST).results().get(GROSS).smallestTolerance();
    for (Environment environment : Environment.values()) {
      for (Plan plan : Plan.values()) {
        Conditions conditions = new Conditions(environment, plan, false);
        assertThat(Cost323.assess(pairs, conditions).results().get(GROSS).smallestTolerance())
            .isLessThanOrEqualTo(strictest);
      }
    }
  }

  @Test
  void meanAndDeviationAreThoseOfTheErrors() {
    Sample sample = Sample.of(List.of(1.0, 2.0, 3.0, 6.0));
    assertThat(sample.mean()).isEqualTo(3);
    assertThat(sample.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
  }

  @Test
  void aReferenceOfNothingIsNoReference() {
    assertThatThrownBy(() -> Pair.of(GROSS, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
