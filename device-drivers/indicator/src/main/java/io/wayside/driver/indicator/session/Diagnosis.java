// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.indicator.codec.FormatGuess;
import java.util.Optional;

/** What can be said about a line that is heard badly, and what to do; suggestions only. */
final class Diagnosis {

  private static final double NOISY_SHARE = 0.05;
  private static final double IMPLAUSIBLE_SHARE = 0.5;

  private final Settings settings;
  private final FormatGuess guess = new FormatGuess();
  private final Recent frames = new Recent();
  private final Recent readings = new Recent();
  private boolean onlyUnconfirmed;

  Diagnosis(Settings settings) {
    this.settings = settings;
  }

  void opened() {
    guess.reset();
    frames.clear();
    readings.clear();
  }

  void heard(byte next) {
    guess.remember(next);
  }

  void goodFrame(boolean implausible) {
    frames.add(false);
    readings.add(implausible);
    onlyUnconfirmed = false;
  }

  void unconfirmedFrame() {
    onlyUnconfirmed = true;
  }

  void badFrame() {
    frames.add(true);
    onlyUnconfirmed = false;
  }

  String silence() {
    return "%s: nothing received for %d ms; check the indicator's power, cable and output mode"
        .formatted(settings.place(), settings.silentAfterNanos() / 1_000_000);
  }

  /** Bytes, but no readings. */
  String garbled() {
    if (onlyUnconfirmed) {
      return "%s: no two frames in a row are equal; the load never comes to rest or the line is bad"
          .formatted(settings.place());
    }
    return settings.place()
        + otherFormat()
            .orElse(
                ": bytes arrive but no frames of format "
                    + settings.format()
                    + "; check baud rate, data bits and parity of the link, then the format");
  }

  private Optional<String> otherFormat() {
    return guess
        .otherThan(settings.format())
        .map(
            other ->
                ": this looks like %s, not %s; compare with the display before changing the format"
                    .formatted(other, settings.format()));
  }

  /** Health of a line that brings readings. */
  Health health(long nowNanos) {
    if (frames.atLeast(NOISY_SHARE)) {
      String what = ": some frames are damaged; check cable, shield and earth";
      return degraded("noisy-line", otherFormat().orElse(what), nowNanos);
    }
    if (readings.atLeast(IMPLAUSIBLE_SHARE)) {
      String what =
          ": indications are no multiples of the scale interval %s kg; compare with the display and"
              + " correct the interval or the format (two readings of the A9 frame differ by ten)";
      return degraded("implausible", what.formatted(settings.scaleIntervalKg()), nowNanos);
    }
    return Health.ok(nowNanos);
  }

  private Health degraded(String code, String what, long nowNanos) {
    return new Health(Status.DEGRADED, code, settings.place() + what, nowNanos);
  }
}
