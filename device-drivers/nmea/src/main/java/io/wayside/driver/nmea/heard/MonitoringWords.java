// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.BuoyPosition;
import io.wayside.driver.nmea.ais.application.SealiteLantern;
import io.wayside.driver.nmea.ais.application.ZeniBuoy;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an aid tells its authority in binary messages. None of them has a flag for virtual aids. */
final class MonitoringWords {

  private static final int STANDBY = 1;
  private static final int ALWAYS_ON = 2;

  private MonitoringWords() {}

  /** Empty when the content is not of an aid. */
  static Optional<AidDraft> of(Application content, AidDraft draft) {
    if (content instanceof AidMonitoring told) {
      return Optional.of(monitoring(told, draft));
    }
    if (content instanceof BuoyPosition told) {
      return Optional.of(
          draft
              .name(told.name())
              .fix(Places.fix(told.place()))
              .offPosition(Optional.of(told.offPosition())));
    }
    if (content instanceof ZeniBuoy told) {
      return Optional.of(zeni(told, draft));
    }
    if (content instanceof SealiteLantern told) {
      return Optional.of(sealite(told, draft));
    }
    return Optional.empty();
  }

  static void health(AidHealth health, AidDraft draft) {
    draft
        .light(
            switch (health.light()) {
              case 1 -> LightStatus.ON;
              case 2 -> LightStatus.OFF;
              case 3 -> LightStatus.FAILED;
              default -> LightStatus.NOT_TOLD;
            })
        .racon(
            switch (health.racon()) {
              case 1 -> RaconStatus.NOT_MONITORED;
              case 2 -> RaconStatus.OPERATIONAL;
              case 3 -> RaconStatus.FAILED;
              default -> RaconStatus.NOT_TOLD;
            })
        .alarm(health.alarm());
  }

  private static AidDraft monitoring(AidMonitoring told, AidDraft draft) {
    health(told.health(), draft);
    return draft
        .measured(AidQuantity.SUPPLY_V, told.supplyV())
        .measured(AidQuantity.EXTERNAL_1_V, told.external1V())
        .measured(AidQuantity.EXTERNAL_2_V, told.external2V())
        .inputs(told.inputs())
        .offPosition(Optional.of(told.offPosition()));
  }

  private static AidDraft zeni(ZeniBuoy told, AidDraft draft) {
    return draft
        .measured(AidQuantity.SUPPLY_V, positive(told.voltageV()))
        .measured(AidQuantity.LOAD_A, OptionalDouble.of(told.currentA()))
        .light(told.lightOn() ? LightStatus.ON : LightStatus.OFF)
        .tells(AidSign.BATTERY_LOW, told.batteryLow())
        .offPosition(Optional.of(told.offPosition()));
  }

  /** Its opinion of its place holds only while its receiver works. */
  private static AidDraft sealite(SealiteLantern told, AidDraft draft) {
    boolean positioned = told.positioned();
    return draft
        .measured(AidQuantity.SUPPLY_V, positive(told.voltageV()))
        .measured(AidQuantity.INTENSITY, OptionalDouble.of(told.intensity()))
        .rhythm(String.format(Locale.ROOT, "%03X", told.flashCode()))
        .mode(
            switch (told.mode()) {
              case STANDBY -> LanternMode.FORCED_OFF;
              case ALWAYS_ON -> LanternMode.FORCED_ON;
              default -> LanternMode.NOT_TOLD;
            })
        .tells(AidSign.SUPPLY_FAILED, told.supplyFailed())
        .tells(AidSign.SYNCHRONISED, told.synchronised())
        .tells(AidSign.POSITIONED, positioned)
        .tells(AidSign.HOT, told.hot())
        .tells(AidSign.BATTERY_FLAT, told.batteryFlat())
        .tells(AidSign.BATTERY_LOW, told.batteryLow())
        .offPosition(positioned ? Optional.of(told.offStation()) : Optional.empty())
        .fix(
            positioned
                ? Optional.of(Fix.of(told.latitudeDeg(), told.longitudeDeg()))
                : Optional.empty());
  }

  /** No aid that speaks has a battery of 0 V. */
  private static OptionalDouble positive(double volts) {
    return volts > 0 ? OptionalDouble.of(volts) : OptionalDouble.empty();
  }
}
