// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs for an issuer.
 *
 * @param name of the key, as the sites' key files have it
 * @param key Ed25519
 */
public record ListSigner(String name, PrivateKey key) {

  /** The line that follows a head. */
  public String sign(String head) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(head.getBytes(StandardCharsets.UTF_8));
      String base64 = Base64.getEncoder().encodeToString(signature.sign());
      return Json.write(Value.Fields.with("key", name).and("signature", base64).build());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("key " + name + " cannot sign with Ed25519", unusable);
    }
  }
}
