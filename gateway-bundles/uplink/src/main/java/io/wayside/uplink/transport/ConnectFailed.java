// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import org.jspecify.annotations.Nullable;

/** No connection came about; says which broker, why, and what to look at. */
public final class ConnectFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  public ConnectFailed(Trouble trouble, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
