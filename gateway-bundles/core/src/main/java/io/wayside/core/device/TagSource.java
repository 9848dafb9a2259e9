// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** An RFID toll reader. */
public interface TagSource extends Device, Source<TagSighting> {

  /** Turns the radio on or off; off whenever the lane is closed. */
  void radio(boolean on) throws DeviceException;
}
