// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;

/**
 * A key a gateway signs its statements with.
 *
 * @param gateway whose
 * @param id first 16 hexadecimal digits of the SHA-256 of the public key
 * @param publicKey X.509 SubjectPublicKeyInfo in hexadecimal
 * @param trust why it is believed, or that it is not
 * @param since when the centre first had it
 */
public record GatewayKey(String gateway, String id, String publicKey, Trust trust, Instant since) {

  /** Why a key is believed. */
  public enum Trust {
    /** Given to the centre when the gateway was installed. */
    INSTALLED,
    /** The first that was seen, while none was installed. */
    PINNED,
    /** Came later: an alarm, until somebody installs it. */
    STRANGE
  }

  public boolean trusted() {
    return trust != Trust.STRANGE;
  }
}
