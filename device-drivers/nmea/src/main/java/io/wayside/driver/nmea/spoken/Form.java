// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.spoken;

/** In which sentences a transponder takes a message. */
public enum Form {
  /** {@code !--VDM}: a message as if received, for one that sends on what it is given. */
  VDM,
  /** {@code !--VDO}: a message as the transponder's own. */
  VDO,
  /** {@code !--MEB}: an order to a station on an aid, IEC 62320-2; knows no message 21. */
  MEB
}
