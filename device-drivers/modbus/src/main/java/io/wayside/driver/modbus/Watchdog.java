// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import java.util.Optional;

/**
 * Arms and feeds the watchdog of a module, which makes its outputs safe when the gateway is gone.
 * Called by the module's thread; others may ask what is amiss.
 */
final class Watchdog {

  private static final int NONE = -1;
  private static final int LARGEST = 0xFFFF;

  /** A module may forget it, and one that does not take it may be set up otherwise. */
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final RegisterDevice module;
  private final int armAddress;
  private final int armValue;
  private final int feedAddress;
  private final long feedEveryNanos;
  private boolean armed;
  private int fed;
  private long lookNanos;
  private long feedNanos;
  private volatile Optional<String> amiss;

  Watchdog(
      RegisterDevice module,
      int armAddress,
      int armValue,
      int feedAddress,
      long feedEveryNanos,
      long nowNanos) {
    this.module = module;
    this.armAddress = armAddress;
    this.armValue = armValue;
    this.feedAddress = feedAddress;
    this.feedEveryNanos = feedEveryNanos;
    this.lookNanos = nowNanos;
    this.feedNanos = nowNanos;
    this.amiss = isUsed() ? Optional.of("its watchdog is not armed yet") : Optional.empty();
  }

  private boolean isUsed() {
    return armAddress != NONE || feedAddress != NONE;
  }

  /** Why the module would not become safe by itself; empty while it would, or is not asked to. */
  Optional<String> amiss() {
    return amiss;
  }

  long untilDueNanos(long nowNanos, long longestNanos) {
    if (!isUsed()) {
      return longestNanos;
    }
    long due = feedAddress == NONE ? lookNanos : Math.min(lookNanos, feedNanos);
    return Math.max(0, Math.min(longestNanos, due - nowNanos));
  }

  /** Arms it anew when the module was away or has forgotten it, and feeds it when it is time. */
  void tend(long nowNanos) throws DeviceException {
    if (!isUsed()) {
      return;
    }
    if (nowNanos - lookNanos >= 0) {
      lookNanos = nowNanos + LOOK_NANOS;
      arm();
    }
    if (feedAddress != NONE && nowNanos - feedNanos >= 0) {
      feedNanos = nowNanos + feedEveryNanos;
      fed = fed % LARGEST + 1;
      module.write(Table.HOLDING_REGISTERS, feedAddress, fed);
    }
  }

  private void arm() throws DeviceException {
    if (armAddress != NONE && !(armed && holds() == armValue)) {
      module.write(Table.HOLDING_REGISTERS, armAddress, armValue);
      int holds = holds();
      if (holds != armValue) {
        throw new DeviceException.Refused(
            "register %d holds %d and not %d after it was written; look up register and value in its manual"
                .formatted(armAddress, holds, armValue));
      }
    }
    armed = true;
    amiss = Optional.empty();
  }

  private int holds() throws DeviceException {
    return module.read(Table.HOLDING_REGISTERS, armAddress, 1)[0];
  }

  /** The module was away, or refused: it may have struck, or was switched off and knows nothing. */
  void lost(DeviceException why, long nowNanos) {
    if (isUsed()) {
      if (armed) {
        lookNanos = nowNanos;
      }
      armed = false;
      amiss = Optional.of("its watchdog is not armed, " + why.getMessage());
    }
  }
}
