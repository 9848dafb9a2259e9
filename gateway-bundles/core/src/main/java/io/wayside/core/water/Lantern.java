// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import io.wayside.core.device.Device;
import io.wayside.core.device.DeviceException;
import java.time.Duration;
import java.util.Set;

/**
 * A lantern that takes orders. It holds an order only while its lease lasts; then, and whenever the
 * gateway stops or the driver loses it, it falls back to {@link LanternOrder.Automatic}: the light
 * fails lit.
 */
public interface Lantern extends Device {

  /** Which orders it knows. */
  Set<Class<? extends LanternOrder>> knows();

  /** What the device does by itself when nobody speaks to it any more. */
  Fallback fallback();

  /**
   * Gives an order for at most {@code lease}; a new one replaces it. Returns when the device has
   * answered.
   *
   * @throws DeviceException.Refused when the device does not know or take the order; it goes on as
   *     before
   */
  Answer order(LanternOrder order, Duration lease) throws DeviceException;

  /** Ends any lease now and has the lantern shine by its own photocell or clock. */
  Answer release() throws DeviceException;

  /** Whether it flashes by a clock of its own that can be told where the period begins. */
  default boolean keepsStep() {
    return false;
  }

  /**
   * Has it flash in step with UTC: its period begins whenever the milliseconds of UTC since
   * midnight and the offset are a whole number of periods. A setting and no order: it has no lease,
   * and outlives gateway and driver.
   *
   * @param offsetMs from 0 up to the period
   * @throws DeviceException.Refused when the device does not take it; it flashes on as before
   */
  default Answer keepStep(int offsetMs, int periodMs) throws DeviceException {
    throw new DeviceException.Refused(
        deviceId() + ": it takes no offset; set it up by hand to " + offsetMs + " ms");
  }

  /** How an order was answered. None of them proves light. */
  enum Answer {
    /** Written; the device has no word for having done it. */
    TAKEN,
    /** The device was read and says that it is so. */
    CONFIRMED
  }

  /** What a lantern does without anybody speaking to it. */
  enum Fallback {
    /** Returns to automatic by itself within the watchdog's time. */
    RETURNS_BY_ITSELF,
    /** Holds the last order; only the gateway brings it back. */
    HOLDS
  }
}
