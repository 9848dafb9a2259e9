// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a {@link VesselSource} promises. The peer's vessel holds the number, and is under way. */
public abstract class VesselSourceContract
    extends RecoveringSourceContract<VesselSource, VesselReport> {

  /** Faster than any vessel on the surface; a knot that was taken for something else shows here. */
  private static final double MOST_MPS = 60;

  @Override
  protected final long timeOf(VesselReport report) {
    return report.monotonicNanos();
  }

  @Test
  void aReportNamesTheVesselAsItsWireDoes() {
    Heard<VesselReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(report -> assertThat(report.vessel()).matches("[a-z]+:[A-Za-z0-9_.-]+"));
  }

  @Test
  void speedIsInMetresASecondAndDirectionsAreOfACircle() {
    Heard<VesselReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            report -> {
              assertThat(report.speedMps().orElse(0)).isBetween(0.0, MOST_MPS);
              assertCircle(report.courseDeg());
              assertCircle(report.headingDeg());
            });
  }

  @Test
  void whatAVesselIsHasOnlyNumbersThatMeanSomething() {
    Heard<VesselReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            report -> {
              assertThat(report.name().orElse("x")).isNotBlank().doesNotContain("@");
              assertThat(report.shipType().orElse(1)).isBetween(1, 99);
              assertThat(report.draughtM().orElse(1)).isPositive();
              report.hull().ifPresent(h -> assertThat(h.lengthM() + h.beamM()).isPositive());
            });
  }

  private static void assertCircle(OptionalDouble degrees) {
    assertThat(degrees.orElse(0)).isGreaterThanOrEqualTo(0).isLessThan(360);
  }
}
