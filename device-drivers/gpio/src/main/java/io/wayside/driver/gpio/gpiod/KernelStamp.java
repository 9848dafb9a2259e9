// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.gpiod;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.driver.gpio.lines.Edge;
import java.util.concurrent.TimeUnit;

/**
 * Which time an edge gets. Kernels from 5.7 on stamp by the monotonic clock, which is ours; older
 * ones by the wall clock, and such a stamp is far off and not taken.
 */
final class KernelStamp {

  /** An edge waits in the kernel only while the driver is busy. */
  private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private KernelStamp() {}

  static Edge edge(long stampNanos, boolean high, long nowNanos) {
    long age = nowNanos - stampNanos;
    return age >= 0 && age <= OLDEST_NANOS
        ? new Edge(stampNanos, high, StampedBy.KERNEL)
        : new Edge(nowNanos, high, StampedBy.DRIVER);
  }
}
