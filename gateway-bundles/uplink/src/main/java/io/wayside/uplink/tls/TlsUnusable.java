// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import org.jspecify.annotations.Nullable;

/** The TLS files are of no use as they are; names the file and the remedy. */
public final class TlsUnusable extends Exception {

  private static final long serialVersionUID = 1L;

  TlsUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
