// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Whether now lies within a certificate's time. */
enum Validity {
  VALID,
  EXPIRED,
  NOT_YET;

  static Validity of(X509Certificate certificate, Instant now) {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      return EXPIRED;
    }
    return now.isBefore(certificate.getNotBefore().toInstant()) ? NOT_YET : VALID;
  }

  /** Continues a sentence that began with the certificate's name. */
  String explain(X509Certificate certificate, Instant now, String renewedBy) {
    return switch (this) {
      case VALID -> "is valid now";
      case EXPIRED ->
          "expired at "
              + certificate.getNotAfter().toInstant()
              + "; have the certificate of "
              + renewedBy
              + " renewed (the gateway's clock reads "
              + now
              + ")";
      case NOT_YET ->
          "is valid only from "
              + certificate.getNotBefore().toInstant()
              + ", and the gateway's clock reads "
              + now
              + "; the clock is probably wrong: check the time service and the clock's battery";
    };
  }
}
