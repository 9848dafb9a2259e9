// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A report of an aid in the making; what is not set was not told. */
final class AidDraft {

  private final String aid;
  private final Map<AidQuantity, Double> quantities = new EnumMap<>(AidQuantity.class);
  private final Set<AidSign> signs = EnumSet.noneOf(AidSign.class);
  private final Set<AidSign> tells = EnumSet.noneOf(AidSign.class);
  private Optional<String> name = Optional.empty();
  private Presence presence = Presence.NOT_TOLD;
  private Optional<Fix> fix = Optional.empty();
  private Optional<Boolean> offPosition = Optional.empty();
  private LightStatus light = LightStatus.NOT_TOLD;
  private RaconStatus racon = RaconStatus.NOT_TOLD;
  private Optional<Boolean> alarm = Optional.empty();
  private LanternMode mode = LanternMode.NOT_TOLD;
  private Optional<String> rhythm = Optional.empty();
  private OptionalInt inputs = OptionalInt.empty();

  AidDraft(String aid) {
    this.aid = aid;
  }

  AidDraft name(String text) {
    name = text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    return this;
  }

  AidDraft presence(Presence told) {
    presence = told;
    return this;
  }

  AidDraft fix(Optional<Fix> told) {
    fix = told;
    return this;
  }

  AidDraft offPosition(Optional<Boolean> told) {
    offPosition = told;
    return this;
  }

  AidDraft light(LightStatus told) {
    light = told;
    return this;
  }

  AidDraft racon(RaconStatus told) {
    racon = told;
    return this;
  }

  AidDraft alarm(boolean told) {
    alarm = Optional.of(told);
    return this;
  }

  AidDraft mode(LanternMode told) {
    mode = told;
    return this;
  }

  AidDraft rhythm(String code) {
    rhythm = Optional.of(code);
    return this;
  }

  AidDraft inputs(int bits) {
    inputs = OptionalInt.of(bits);
    return this;
  }

  AidDraft measured(AidQuantity quantity, OptionalDouble value) {
    value.ifPresent(figure -> quantities.put(quantity, figure));
    return this;
  }

  AidDraft tells(AidSign sign, boolean is) {
    tells.add(sign);
    if (is) {
      signs.add(sign);
    }
    return this;
  }

  AidReport at(long monotonicNanos) {
    return new AidReport(
        monotonicNanos,
        aid,
        name,
        presence,
        fix,
        offPosition,
        light,
        racon,
        alarm,
        mode,
        rhythm,
        quantities,
        signs,
        tells,
        inputs);
  }
}
