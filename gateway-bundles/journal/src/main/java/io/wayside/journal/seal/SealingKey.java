// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** The public key that checks seals. */
public final class SealingKey {

  /** The only algorithm of this form of journal. */
  public static final String ED25519 = "Ed25519";

  private final byte[] encoded;
  private final PublicKey key;
  private final String id;

  private SealingKey(byte[] encoded, PublicKey key) {
    this.encoded = encoded;
    this.key = key;
    this.id = Chain.hex(Chain.digest(encoded)).substring(0, 16);
  }

  /** Reads an X.509 SubjectPublicKeyInfo. */
  public static SealingKey of(byte[] encoded) throws GarbledData {
    try {
      PublicKey key =
          KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
      return new SealingKey(encoded.clone(), key);
    } catch (GeneralSecurityException notAKey) {
      throw new GarbledData("not an Ed25519 public key: " + notAKey.getMessage());
    }
  }

  /** The first 16 hexadecimal digits of the SHA-256 of the encoded key. */
  public String id() {
    return id;
  }

  public String algorithm() {
    return ED25519;
  }

  /** The X.509 SubjectPublicKeyInfo. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Whether the signature is this key's over the message. */
  public boolean accepts(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ED25519);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 17 platform has Ed25519", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealingKey that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return ED25519 + " " + id;
  }
}
