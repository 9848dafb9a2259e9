// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing what is being thrown away, where a failure changes nothing. */
final class Closing {

  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void quietly(@Nullable Closeable unwanted) {
    if (unwanted == null) {
      return;
    }
    try {
      unwanted.close();
    } catch (IOException e) {
      log.debug("closing {} failed; it is given up", unwanted, e);
    }
  }
}
