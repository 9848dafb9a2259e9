// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.quality.Flags;

/**
 * An axle on its way over the bridge at steady speed.
 *
 * @param originS when it passed place 0 of the influence lines, seconds
 * @param speedMps over the detectors
 * @param flags doubts that the detectors leave
 */
record BridgeAxle(double originS, double speedMps, Flags flags) {

  double placeM(double atS) {
    return speedMps * (atS - originS);
  }

  double timeAt(double placeM) {
    return originS + placeM / speedMps;
  }
}
