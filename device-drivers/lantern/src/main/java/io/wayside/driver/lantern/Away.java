// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;

/**
 * Why a device cannot be reached now.
 *
 * @param code as health reports name it
 * @param cause as listeners are told
 */
record Away(String code, Cause cause, String words) {

  static Away of(DeviceException why) {
    String words = String.valueOf(why.getMessage());
    if (why instanceof DeviceException.LinkDown) {
      return new Away("link-down", Cause.LINK_DOWN, words);
    }
    return why instanceof DeviceException.Garbled
        ? new Away("garbled", Cause.GARBLED, words)
        : new Away("silent", Cause.SILENT, words);
  }
}
