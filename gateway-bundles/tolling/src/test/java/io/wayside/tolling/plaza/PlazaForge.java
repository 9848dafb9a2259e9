// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals whatever it is given. */
final class PlazaForge {

  private final byte[] key;

  PlazaForge(byte[] key) {
    this.key = key.clone();
  }

  String seal(String said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] whole = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
      return said + " " + HexFormat.of().formatHex(Arrays.copyOf(whole, 16));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
