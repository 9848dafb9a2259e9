// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

/** The store cannot be read or written; says which and what to do. */
public final class StoreFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
