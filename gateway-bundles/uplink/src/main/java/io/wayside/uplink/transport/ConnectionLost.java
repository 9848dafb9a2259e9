// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import org.jspecify.annotations.Nullable;

/** The connection is of no use any more; make a new one. */
public final class ConnectionLost extends Exception {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  /** The link broke. */
  public ConnectionLost(String message, @Nullable Throwable cause) {
    this(Trouble.UNREACHABLE, message, cause);
  }

  public ConnectionLost(Trouble trouble, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
