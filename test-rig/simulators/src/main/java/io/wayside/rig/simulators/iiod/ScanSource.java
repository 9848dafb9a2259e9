// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import org.jspecify.annotations.Nullable;

/** Where a device's samples come from; asked once for each scan, in order, by one thread. */
@FunctionalInterface
public interface ScanSource {

  /**
   * The raw integers of the next scan, one for each of {@link IioDescription#measured()} in that
   * order; {@code null} when there are no more, and then the device is gone.
   */
  long @Nullable [] next();
}
