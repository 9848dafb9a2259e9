// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import static io.wayside.core.vehicle.Schemes.FOOT;
import static io.wayside.core.vehicle.Schemes.KIP;
import static io.wayside.core.vehicle.Schemes.classOf;
import static io.wayside.core.vehicle.Schemes.pattern;
import static io.wayside.core.vehicle.Schemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.vehicle.Classification.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes that ship, and what must hold for each. */
class ClassSchemeTest {

  private static final List<ClassScheme> ALL =
      List.of(scheme("ltpp-13"), scheme("vn-axle"), scheme("swiss-heavy"), scheme("btls"));

  /** Spacings in feet, first axle and gross in thousand pounds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.5                        | 0.4 | 0.8 | 1",
        "9                          | 2   | 3.5 | 2",
        "12                         | 2   | 5   | 3",
        "25                         | 10  | 30  | 4",
        "15                         | 5   | 15  | 5",
        "9,12                       | 2   | 5   | 2",
        "14,4.2                     | 12  | 45  | 6",
        "12,28                      | 9   | 35  | 8",
        "14,4.2,4.2                 | 15  | 60  | 7",
        "12,4.3,30                  | 10  | 48  | 8",
        "12,4.3,32,4                | 11  | 78  | 9",
        "12,20,9,21                 | 9   | 60  | 11",
        "12,4.3,30,4,4              | 12  | 90  | 10",
        "12,4.3,18,9,21             | 11  | 75  | 12",
        "12,4.3,30,4,4,4            | 12  | 95  | 13",
        "12,4.3,30,4,4,4,4,4        | 12  | 99  | 13"
      })
  void ltppTellsItsThirteenClasses(String spacings, double first, double gross, String expected) {
    AxlePattern pattern = pattern(spacings, FOOT, first * KIP, gross * KIP);
    assertThat(classOf(scheme("ltpp-13"), pattern)).isEqualTo(expected);
  }

  @Test
  void betweenTwoPrintedFiguresThereIsNoHole() {
    for (double feet = 9.9; feet < 10.4; feet += 0.0007) {
      AxlePattern pattern = AxlePattern.of(List.of(feet * FOOT), List.of(1000.0, 1000.0));
      assertThat(scheme("ltpp-13").classify(pattern).choice()).isPresent();
    }
  }

  /** Spacings in metres, gross in tonnes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.3                 | 0.2 | M",
        "2.6                 | 1.5 | L",
        "3.8                 | 12  | R2",
        "3.6,1.3             | 24  | R3",
        "1.9,3.4,1.3         | 30  | R4",
        "2.4,3.4,1.3         | 30  | R4",
        "3.4,6.5,1.3         | 33  | S4",
        "3.3,1.3,6.5,1.3     | 40  | S5",
        "3.3,1.3,6.5,1.3,1.3 | 48  | S6",
        "4.0,4.5,5.0,1.3     | 40  | T"
      })
  void vietnameseLayoutsAreTold(String spacings, double gross, String expected) {
    AxlePattern pattern = pattern(spacings, 1, 100 * gross, 1000 * gross);
    assertThat(classOf(scheme("vn-axle"), pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500             | 15 | 11",
        "500,130         | 24 | 12",
        "380,560,130,130 | 38 | 113a",
        "300,130,560,130,130 | 40 | 123a",
        "200,130,130,130 | 60 | 23",
        "300,130,130,130 | 60 | 41",
        "380,560,130     | 32 | 112a",
        "480,560,130     | 32 | 112r"
      })
  void swissTypesAreTold(String spacings, double gross, String expected) {
    AxlePattern pattern = pattern(spacings, 0.01, 100 * gross, 1000 * gross);
    assertThat(classOf(scheme("swiss-heavy"), pattern)).isEqualTo(expected);
  }

  @Test
  void anArticulatedVehicleWithALongWheelbaseMayBeATrailerCombinationAndThatIsSaid() {
    Classification doubtful =
        scheme("vn-axle").classify(pattern("4.8,1.3,6.5,1.3", 1, 4000, 40_000));
    assertThat(doubtful.status()).isEqualTo(Status.AMBIGUOUS);
    assertThat(doubtful.choice().orElseThrow().vehicleClass().id()).isEqualTo("S5");
    assertThat(doubtful.alternatives())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.vehicleClass().id()).isEqualTo("C");
              assertThat(other.reason()).contains("holds too");
            });
  }

  @Test
  void aMeasureThatIsMissingLeavesItsClassesOpen() {
    Classification open = scheme("vn-axle").classify(AxlePattern.of(List.of(3.8)));
    assertThat(open.status()).isEqualTo(Status.AMBIGUOUS);
    assertThat(open.choice()).isEmpty();
    assertThat(open.alternatives())
        .extracting(other -> other.vehicleClass().id())
        .containsExactly("L", "R2");
    assertThat(open.alternatives().get(0).reason()).contains("gross in t is not known");
  }

  @Test
  void whatNoRuleKnowsIsUnclassifiedAndNearMissesAreNamed() {
    Classification none =
        scheme("ltpp-13").classify(pattern("14,4.2,4.2", FOOT, 1 * KIP, 60 * KIP));
    assertThat(none.status()).isEqualTo(Status.UNCLASSIFIED);
    assertThat(none.choice()).isEmpty();
    assertThat(none.alternatives())
        .anyMatch(
            near ->
                near.vehicleClass().id().equals("7")
                    && near.reason().equals("misses: first axle in kip 1 must be from 3.5"));
    List<Double> twelve = new ArrayList<>(java.util.Collections.nCopies(12, 1.3));
    assertThat(scheme("ltpp-13").classify(AxlePattern.of(twelve)).alternatives()).isEmpty();
  }

  @Test
  void theChoiceIsTheFirstRuleThatHoldsAndDoubtIsNeverHidden() {
    Random random = new Random(13);
    int ambiguous = 0;
    for (ClassScheme scheme : ALL) {
      for (int i = 0; i < 500; i++) {
        Classification result = scheme.classify(random(random));
        boolean others = !result.alternatives().isEmpty();
        switch (result.status()) {
          case CLASSIFIED -> assertThat(result.choice().isPresent() && !others).isTrue();
          case AMBIGUOUS -> {
            ambiguous++;
            assertThat(others).isTrue();
          }
          case UNCLASSIFIED -> assertThat(result.choice()).isEmpty();
        }
        result
            .choice()
            .ifPresent(
                choice ->
                    assertThat(result.alternatives())
                        .noneMatch(o -> o.vehicleClass().equals(choice.vehicleClass())));
      }
    }
    assertThat(ambiguous).isPositive();
  }

  private static AxlePattern random(Random random) {
    int axles = 2 + random.nextInt(6);
    List<Double> spacings = new ArrayList<>();
    List<Double> loads = new ArrayList<>();
    for (int i = 0; i < axles; i++) {
      loads.add(1000 + 9000 * random.nextDouble());
      spacings.add(random.nextBoolean() ? 1.3 : 3 + 5 * random.nextDouble());
    }
    spacings.remove(0);
    return random.nextInt(5) == 0 ? AxlePattern.of(spacings) : AxlePattern.of(spacings, loads);
  }

  @Test
  void groupsAreCountedFromTheFront() {
    AxlePattern pattern = AxlePattern.of(List.of(3.3, 2.0, 6.5, 1.3, 1.3));
    assertThat(pattern.code(2.0)).isEqualTo("1-2-3");
    assertThat(pattern.code(1.9)).isEqualTo("1-1-1-3");
    assertThat(pattern.extentM(3, 5)).isEqualTo(2.6);
  }

  @Test
  void lengthAndDualTyresAreMeasuresToo() throws Exception {
    String json =
        """
        {"scheme": "t", "title": {"vi": "t", "en": "t"}, "units": {"length": "m", "load": "t"},
         "decimals": 2, "groupGap": 2, "classes": [{"id": "x", "name": {"vi": "x", "en": "x"}}],
         "rules": [{"id": "r", "class": "x", "axles": 2, "length": {"from": 6},
          "dualAxles": {"from": 1}, "source": "s", "certainty": "verified"}]}
        """;
    ClassScheme scheme = ClassScheme.from(io.wayside.core.data.Node.read("t", json));
    assertThat(
            scheme
                .classify(
                    new AxlePattern(
                        List.of(4.0), List.of(), OptionalDouble.of(7), OptionalInt.of(1)))
                .status())
        .isEqualTo(Status.CLASSIFIED);
    assertThat(scheme.classify(AxlePattern.of(List.of(4.0))).status()).isEqualTo(Status.AMBIGUOUS);
  }
}
