// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;

/**
 * Why a bit cannot be told or set now.
 *
 * @param code as health reports name it
 * @param cause as listeners are told
 * @param words name device, place and remedy
 */
record Trouble(String code, Cause cause, String words) {

  static final Trouble STOPPED = new Trouble("stopped", Cause.STOPPED, "the driver was stopped");

  static Trouble of(DeviceException why) {
    String words = String.valueOf(why.getMessage());
    if (why instanceof DeviceException.LinkDown) {
      return new Trouble("link-down", Cause.LINK_DOWN, words);
    }
    if (why instanceof DeviceException.TimedOut) {
      return new Trouble("silent", Cause.SILENT, words);
    }
    return why instanceof DeviceException.Garbled
        ? new Trouble("garbled", Cause.GARBLED, words)
        : new Trouble("refused", Cause.SILENT, words);
  }
}
