// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import static io.wayside.weighing.law.Packs.DAY;
import static io.wayside.weighing.law.Packs.US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A law of quite another kind with the same engine. */
class BridgeFormulaTest {

  private static final double LB = 0.45359237;
  private static final double FT = 0.3048;

  private static Decision decide(double axlePounds, double... spacingsFeet) {
    List<Double> spacings = new ArrayList<>();
    for (double feet : spacingsFeet) {
      spacings.add(feet * FT);
    }
    List<Double> loads = Collections.nCopies(spacings.size() + 1, axlePounds * LB);
    return US.decide(Packs.vehicle(loads, spacings, 0), Circumstances.on(DAY));
  }

  private static double limitPounds(Decision decision, Subject subject, int first, int axles) {
    return decision.findings().stream()
            .filter(f -> f.subject() == subject && f.firstAxle() == first && f.axles() == axles)
            .findAny()
            .orElseThrow()
            .governing()
            .orElseThrow()
            .limitKg()
        / LB;
  }

  /** Rows of the published table of the formula. */
  @ParameterizedTest
  @CsvSource({"2,10,40000", "3,20,51000", "4,30,62000", "5,51,80000", "6,50,84000", "7,60,95000"})
  void theFormulaGivesThePublishedTable(int axles, double feet, double pounds) {
    double[] spacings = new double[axles - 1];
    java.util.Arrays.fill(spacings, feet / (axles - 1));
    assertThat(limitPounds(decide(1000, spacings), Subject.SPAN, 0, axles))
        .isCloseTo(pounds, within(1e-6));
  }

  @Test
  void axlesMoreThanFortyAndUpToNinetySixInchesApartAreATandem() {
    assertThat(limitPounds(decide(1000, 4), Subject.AXLE, 0, 2)).isCloseTo(34_000, within(1e-6));
    assertThat(limitPounds(decide(1000, 3.2), Subject.AXLE, 0, 2)).isCloseTo(20_000, within(1e-6));
    assertThat(decide(1000, 9).findings())
        .noneMatch(f -> f.subject() == Subject.AXLE && f.axles() == 2);
  }

  @Test
  void twoTandemsThirtySixFeetOverAllMayCarryTheirFullLoad() {
    assertThat(limitPounds(decide(1000, 12, 4, 28, 4), Subject.SPAN, 1, 4))
        .isCloseTo(68_000, within(1e-6));
    assertThat(limitPounds(decide(1000, 12, 4, 27, 4), Subject.SPAN, 1, 4))
        .isCloseTo(65_500, within(1e-6));
    // Four axles that are no two tandems have the formula alone.
    assertThat(limitPounds(decide(1000, 12, 12, 12, 12), Subject.SPAN, 1, 4))
        .isCloseTo(66_000, within(1e-6));
  }

  @Test
  void theGrossWeightIsLimitedWhateverTheFormulaAllows() {
    Decision decision = decide(13_500, 15, 15, 15, 15, 15);
    assertThat(Packs.gross(decision).verdict()).isEqualTo(Verdict.OVER);
    assertThat(limitPounds(decision, Subject.GROSS, 0, 6)).isCloseTo(80_000, within(1e-6));
    assertThat(decision.findings().get(decision.findings().size() - 1).verdict())
        .isEqualTo(Verdict.WITHIN);
  }

  @Test
  void layoutsAndRegisteredWeightPlayNoPart() {
    assertThat(US.layouts()).isEmpty();
    assertThat(US.knowsRegisteredWeight()).isFalse();
    assertThat(decide(1000, 10).layouts()).isEmpty();
  }
}
