// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.indicator.codec.FormatGuess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said about a line that is heard badly, and what to do; suggestions only. */
final class Diagnosis {

  private static final double NOISY_SHARE = 0.05;
  private static final double IMPLAUSIBLE_SHARE = 0.5;
  private static final double GAPS_SHARE = 0.5;

  private final Settings settings;
  private final FormatGuess guess = new FormatGuess();
  private final Recent frames = new Recent();
  private final Recent readings = new Recent();
  private final Recent gaps = new Recent();
  private boolean onlyUnconfirmed;
  private @Nullable String noWeight;

  Diagnosis(Settings settings) {
    this.settings = settings;
  }

  void opened() {
    guess.reset();
    frames.clear();
    readings.clear();
    gaps.clear();
    noWeight = null;
  }

  void heard(byte next) {
    guess.remember(next);
  }

  /**
   * A reading.
   *
   * @param afterGap whether bytes that were no good frame came before it
   */
  void goodFrame(boolean implausible, boolean afterGap) {
    frames.add(false);
    readings.add(implausible);
    gaps.add(afterGap);
    onlyUnconfirmed = false;
    noWeight = null;
  }

  void unconfirmedFrame() {
    onlyUnconfirmed = true;
  }

  void frameWithoutWeight(String why) {
    noWeight = why;
  }

  void badFrame() {
    frames.add(true);
    onlyUnconfirmed = false;
  }

  /**
   * Nothing is heard at all.
   *
   * @param unanswered commands since the last answer
   */
  String silence(long unanswered) {
    String what =
        settings.inquiry().asks()
            ? "asked %d times, no answer for %d ms; check the indicator's power, both data wires, the"
                + " baud rate and that its interface is set to answer the commands of "
                + settings.format()
            : "nothing received for %2$d ms; check the indicator's power, cable and output mode";
    return settings.place()
        + ": "
        + what.formatted(unanswered, settings.silentAfterNanos() / 1_000_000);
  }

  /** Bytes, but no readings. */
  String garbled() {
    if (onlyUnconfirmed) {
      return "%s: no two frames in a row are equal; the load never comes to rest or the line is bad"
          .formatted(settings.place());
    }
    String what =
        noWeight != null
            ? ": what it sends carries no weight: " + noWeight
            : ": bytes arrive but no frames of format "
                + settings.format()
                + "; check baud rate, data bits and parity of the link, then the format";
    return settings.place() + otherFormat().orElse(what);
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
    if (gaps.atLeast(GAPS_SHARE)) {
      String what = ": bytes between the frames belong to none; check the indicator's output mode";
      return degraded("noisy-line", otherFormat().orElse(what), nowNanos);
    }
    if (readings.atLeast(IMPLAUSIBLE_SHARE)) {
      String what =
          ": indications are no multiples of the scale interval %s kg; compare with the display and"
              + " correct the interval or the format (readings of the same A9, Toledo or BCD bytes"
              + " differ by ten or a hundred)";
      return degraded("implausible", what.formatted(settings.scaleIntervalKg()), nowNanos);
    }
    return Health.ok(nowNanos);
  }

  private Health degraded(String code, String what, long nowNanos) {
    return new Health(Status.DEGRADED, code, settings.place() + what, nowNanos);
  }
}
