// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import java.io.IOException;

/** The page cannot be served on this address; says what to do. */
public final class PortTaken extends IOException {

  private static final long serialVersionUID = 1L;

  PortTaken(String message, IOException cause) {
    super(message, cause);
  }
}
