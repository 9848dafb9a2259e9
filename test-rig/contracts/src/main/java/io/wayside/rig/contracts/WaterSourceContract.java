// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import org.junit.jupiter.api.Test;

/** What a {@link WaterSource} promises. The peer's figure holds the number. */
public abstract class WaterSourceContract
    extends RecoveringSourceContract<WaterSource, WaterReading> {

  @Override
  protected final long timeOf(WaterReading reading) {
    return reading.monotonicNanos();
  }

  @Test
  void aReadingNamesWhoMeasuredAsItsWireDoes() {
    Heard<WaterReading> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(reading -> assertThat(reading.station()).matches("[a-z]+:[A-Za-z0-9_.-]+"));
  }

  @Test
  void aReadingIsInTheUnitOfItsQuantity() {
    Heard<WaterReading> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            reading -> {
              double value = reading.value();
              switch (reading.quantity()) {
                case LEVEL_M -> assertThat(value).isBetween(-100.0, 9_000.0);
                case DEPTH_M -> assertThat(value).isBetween(-100.0, 12_000.0);
                case CLEARANCE_M -> assertThat(value).isBetween(0.0, 200.0);
                case WATER_CEL, AIR_CEL, DEW_POINT_CEL -> assertThat(value).isBetween(-90.0, 100.0);
                case PRESSURE_PA -> assertThat(value).isBetween(30_000.0, 120_000.0);
                case HUMIDITY -> assertThat(value).isBetween(0.0, 1.0);
                case WIND_MPS, GUST_MPS -> assertThat(value).isBetween(0.0, 150.0);
                case CURRENT_MPS -> assertThat(value).isBetween(0.0, 20.0);
                case WIND_FROM_DEG, WIND_FROM_BOW_DEG, CURRENT_TO_DEG ->
                    assertThat(value).isBetween(0.0, 360.0);
                case VISIBILITY_M -> assertThat(value).isBetween(0.0, 100_000.0);
                case WAVE_HEIGHT_M -> assertThat(value).isBetween(0.0, 40.0);
              }
            });
  }
}
