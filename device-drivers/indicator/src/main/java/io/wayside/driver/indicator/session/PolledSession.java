// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.driver.indicator.codec.Indication;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transmitter whose weight is fetched: answers and failures go in, readings and interruptions
 * come out. All times are nanoseconds on one monotonic clock. Used by one thread.
 */
public final class PolledSession {

  private static final double IMPLAUSIBLE_SHARE = 0.5;

  private final String place;
  private final Scale scale;
  private final long silentAfterNanos;
  private final Listener<? super WeightReading> listener;
  private final Readings readings;
  private final Recent implausible = new Recent();
  private @Nullable Interruption interruption;
  private long wholeUntilNanos;
  private volatile Health health;

  /**
   * A session.
   *
   * @param place begins every message for people
   * @param silentAfterNanos a device that fails to answer is borne for so long
   */
  public PolledSession(
      String place,
      Scale scale,
      long silentAfterNanos,
      Listener<? super WeightReading> listener,
      long nowNanos) {
    this.place = place;
    this.scale = scale;
    this.silentAfterNanos = silentAfterNanos;
    this.listener = listener;
    this.readings = new Readings(scale);
    this.wholeUntilNanos = nowNanos;
    this.health = Health.starting(place + ": waiting for the first reading", nowNanos);
  }

  /**
   * An answer came.
   *
   * @param answer as received, lower-case hexadecimal
   */
  public void answered(Indication indication, String answer, long nowNanos) {
    WeightReading reading = readings.of(indication, answer, nowNanos, false);
    implausible.add(reading.flags().has(Flag.IMPLAUSIBLE));
    interruption = null;
    wholeUntilNanos = nowNanos;
    listener.received(reading);
    assess(nowNanos);
  }

  /**
   * No answer, or none that can be used; told at once when the line is down, else when it lasts.
   *
   * @param detail names the device and the remedy
   */
  public void failed(Cause cause, String detail, long nowNanos) {
    boolean lasting = nowNanos - wholeUntilNanos >= silentAfterNanos;
    if (cause == Cause.LINK_DOWN || lasting || interruption != null) {
      interrupt(cause, place + ": " + detail, nowNanos);
    }
  }

  /** The driver stops. */
  public void stopped(long nowNanos) {
    interrupt(Cause.STOPPED, place + ": the driver was stopped", nowNanos);
  }

  /** Listeners are told once per outage, by its first cause; health shows the cause of now. */
  private void interrupt(Cause cause, String detail, long nowNanos) {
    boolean begins = interruption == null;
    interruption = new Interruption(wholeUntilNanos, cause, detail);
    assess(nowNanos); // First: who is told may ask how it is.
    if (begins) {
      listener.interrupted(interruption);
    }
  }

  private void assess(long nowNanos) {
    Health found = found(nowNanos);
    if (!found.sameAs(health)) {
      health = found;
    }
  }

  private Health found(long nowNanos) {
    if (interruption != null) {
      String code = interruption.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Health(Status.FAILED, code, interruption.detail(), nowNanos);
    }
    if (implausible.atLeast(IMPLAUSIBLE_SHARE)) {
      String what =
          "%s: weights are no multiples of the scale interval %s kg; compare with the display, then"
              + " check number form, order of words and bytes, decimals and unit";
      return new Health(
          Status.DEGRADED, "implausible", what.formatted(place, scale.intervalKg()), nowNanos);
    }
    return Health.ok(nowNanos);
  }

  /** May be called from any thread. */
  public Health health() {
    return health;
  }
}
