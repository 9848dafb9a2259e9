// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keyed hashes of plates: HMAC-SHA-256, the first 16 bytes. There are few enough plates to
 * try them all, so a hash without a key would hide nothing.
 */
public final class PlateKey {

  private static final int BYTES = 16;
  private static final int LEAST_KEY = 16;

  private final SecretKeySpec key;

  /**
   * A key of the operator's.
   *
   * @param secret at least 16 bytes, the same at all stations whose plates are to be put together
   */
  public PlateKey(byte[] secret) {
    if (secret.length < LEAST_KEY) {
      throw new IllegalArgumentException(
          "a key of " + secret.length + " bytes is too short for plates; use 16 or more");
    }
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** With its text, for records whose rule asks for it. */
  public Plate shown(String plate) {
    return new Plate(hash(plate), Optional.of(plate));
  }

  /** Without its text. */
  public Plate hidden(String plate) {
    return new Plate(hash(plate), Optional.empty());
  }

  /** The same for {@code 29A-123.45} and {@code 29a 12345}. */
  private String hash(String plate) {
    String plain = PlateText.plain(plate);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("HMAC-SHA-256 is in every JDK but not in this one", absent);
    }
  }
}
