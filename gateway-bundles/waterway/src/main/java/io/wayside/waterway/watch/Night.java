// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is night, by the sun and by a photocell. Either says night; but by day a photocell
 * alone only excuses a light: a cell that is dead or covered looks just like a dark day.
 */
final class Night {

  /** Upper rim on the horizon with refraction. */
  private static final double SETTING_DEG = -0.833;

  private static final long DUSK = 2 * Span.HOUR;

  private final NightRules rules;
  private final Spell<Boolean> cell = new Spell<>();
  private final Spell<Boolean> agrees = new Spell<>();
  private OptionalDouble sunDeg = OptionalDouble.empty();
  private @Nullable Answer<SensorState> cellFault;
  private Sky sky = Sky.UNKNOWN;
  private long skySinceNanos;

  Night(NightRules rules, long nowNanos) {
    this.rules = rules;
    this.skySinceNanos = nowNanos;
  }

  /** What the photocell says; empty while it cannot be told. */
  void photocell(long nanos, Optional<Boolean> dark) {
    dark.ifPresentOrElse(now -> cell.see(now, nanos), cell::end);
  }

  /** Where the sun stands; empty without a place or without a clock to be trusted. */
  Sky look(long nanos, OptionalDouble elevationDeg) {
    sunDeg = elevationDeg;
    Sky bySun = bySun();
    compare(nanos, bySun);
    Sky now = both(nanos, bySun);
    if (now != sky) {
      sky = now;
      skySinceNanos = nanos;
    }
    return sky;
  }

  private Sky bySun() {
    if (sunDeg.isEmpty()) {
      return Sky.UNKNOWN;
    }
    double above = sunDeg.getAsDouble() - SETTING_DEG;
    return above < -rules.marginDeg()
        ? Sky.NIGHT
        : above > rules.marginDeg() ? Sky.DAY : Sky.BETWEEN;
  }

  private void compare(long nanos, Sky bySun) {
    Boolean dark = cell.what();
    if (dark == null || bySun == Sky.UNKNOWN || bySun == Sky.BETWEEN) {
      return; // What was so before dusk may be so after it.
    }
    agrees.see(dark == (bySun == Sky.NIGHT), nanos);
    if (agrees.lasts(false, nanos, rules.disagreeNanos(), 1) && cellFault == null) {
      cellFault =
          new Answer<>(
              SensorState.FAULTY,
              "the photocell says "
                  + (dark ? "dark" : "light")
                  + " for "
                  + Span.words(nanos - agrees.sinceNanos())
                  + " with the sun at "
                  + degrees()
                  + "; clean it, look at its cable, or replace it",
              agrees.sinceNanos());
    } else if (agrees.lasts(true, nanos, Span.DAY, 1)) {
      cellFault = null; // It was right by day and by night.
    }
  }

  private Sky both(long nanos, Sky bySun) {
    Boolean dark = cellFault == null ? cell.what() : null;
    boolean settled = dark != null && cell.lasts(dark, nanos, rules.settleNanos(), 1);
    // Dark since a little while: a cell that works. Dark since yesterday may be a dead one.
    boolean fell = settled && nanos - cell.sinceNanos() < DUSK;
    return switch (bySun) {
      case NIGHT -> Sky.NIGHT;
      case DAY -> dark != null && dark ? Sky.BETWEEN : Sky.DAY;
      case BETWEEN -> dark != null && dark && fell ? Sky.NIGHT : Sky.BETWEEN;
      case UNKNOWN ->
          dark == null ? Sky.UNKNOWN : !settled ? Sky.BETWEEN : dark ? Sky.NIGHT : Sky.DAY;
    };
  }

  Sky sky() {
    return sky;
  }

  long sinceNanos() {
    return skySinceNanos;
  }

  /** Why the light should shine or not, with figures. */
  String words() {
    String sun = sunDeg.isPresent() ? "sun at " + degrees() : "no sun reckoned";
    Boolean dark = cell.what();
    String told = dark == null ? "no photocell heard" : dark ? "photocell dark" : "photocell light";
    return sun + ", " + told + (cellFault == null ? "" : " (faulty, left out)");
  }

  private String degrees() {
    return String.format(Locale.ROOT, "%+.1f deg", sunDeg.orElse(Double.NaN));
  }

  /** A fault of the photocell, which is none of the aid. */
  Optional<Answer<SensorState>> cellFault() {
    return Optional.ofNullable(cellFault);
  }
}
