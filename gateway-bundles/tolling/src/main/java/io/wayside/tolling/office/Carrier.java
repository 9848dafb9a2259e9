// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/** Brings a request to the office and its answer back. */
@FunctionalInterface
public interface Carrier {

  /**
   * Waits for the answer, no longer than the carrier's time.
   *
   * @throws OfficeTrouble.Silent when none came: the request may have arrived
   * @throws OfficeTrouble.Unavailable when the office said that it took nothing
   */
  byte[] exchange(OfficeRequest request) throws OfficeTrouble;
}
