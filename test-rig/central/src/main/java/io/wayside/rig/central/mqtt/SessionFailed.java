// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

/** A connection could not be made or used; says why. */
public final class SessionFailed extends Exception {

  private static final long serialVersionUID = 1L;

  SessionFailed(String message, Throwable cause) {
    super(message, cause);
  }

  SessionFailed(String message) {
    super(message);
  }
}
