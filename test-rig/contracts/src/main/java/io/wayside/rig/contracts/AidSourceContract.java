// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import org.junit.jupiter.api.Test;

/** What an {@link AidSource} promises. The peer's aid holds the number, and tells of its light. */
public abstract class AidSourceContract extends RecoveringSourceContract<AidSource, AidReport> {

  /** A battery of hundreds of volts is a scale that was read wrongly. */
  private static final double MOST_V = 400;

  @Override
  protected final long timeOf(AidReport report) {
    return report.monotonicNanos();
  }

  @Test
  void aReportNamesWhoSpeaksAsItsWireDoes() {
    Heard<AidReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(report -> assertThat(report.aid()).matches("[a-z]+:[A-Za-z0-9_.-]+"));
  }

  @Test
  void whatAnAidMeasuredIsFiniteAndNeverAZeroThatStandsForNothing() {
    Heard<AidReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            report ->
                assertThat(report.quantities())
                    .allSatisfy(
                        (quantity, value) -> {
                          assertThat(value).as("%s", quantity).isFinite();
                          if (quantity.unit().equals("V")) {
                            assertThat(value).isPositive().isLessThan(MOST_V);
                          }
                        }));
  }

  @Test
  void anAidThatIsOnlyOnTheChartNeitherFailsNorDrifts() {
    Heard<AidReport> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .filteredOn(report -> report.presence() == Presence.VIRTUAL)
        .allSatisfy(
            report -> {
              assertThat(report.fix()).isEmpty();
              assertThat(report.offPosition()).isEmpty();
              assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
              assertThat(report.racon()).isEqualTo(RaconStatus.NOT_TOLD);
            });
  }
}
