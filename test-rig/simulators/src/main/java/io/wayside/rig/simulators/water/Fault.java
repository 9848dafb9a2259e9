// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/**
 * One thing that happened, and when it was repaired.
 *
 * @param aid index of the aid
 * @param fromS seconds since the beginning
 * @param toS when the aid is again as it should be
 */
public record Fault(FaultKind kind, int aid, double fromS, double toS) {

  public boolean at(double seconds) {
    return seconds >= fromS && seconds < toS;
  }
}
