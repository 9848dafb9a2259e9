// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import java.security.cert.CertificateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The broker could not prove who it is; says why and what to do. */
public final class ServerRejected extends CertificateException {

  private static final long serialVersionUID = 1L;

  ServerRejected(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The rejection inside whatever a client library made of it. */
  public static Optional<ServerRejected> in(@Nullable Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 20; depth++) { // a cause may be its own cause
      if (at instanceof ServerRejected rejected) {
        return Optional.of(rejected);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
