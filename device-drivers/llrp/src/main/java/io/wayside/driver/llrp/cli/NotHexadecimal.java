// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import java.io.IOException;

/** A text that was to be hexadecimal has something else in it. */
final class NotHexadecimal extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NotHexadecimal(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
