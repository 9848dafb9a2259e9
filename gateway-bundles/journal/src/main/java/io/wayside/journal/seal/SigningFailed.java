// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import org.jspecify.annotations.Nullable;

/** The key cannot sign now; nothing may be committed without its seal. */
public final class SigningFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public SigningFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
