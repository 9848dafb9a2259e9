// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

/** No connection came about; says which broker, why, and what to look at. */
public final class ConnectFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Kind {
    /** Nobody there, or the way is down: try again. */
    UNREACHABLE,
    /** The broker does not want us (credentials, client id): try again, slowly. */
    REFUSED
  }

  private final Kind kind;

  public ConnectFailed(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
