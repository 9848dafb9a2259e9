// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The public key that checks seals: Ed25519, or P-256 where a token signs. */
public final class SealingKey {

  /** RFC 8032; the signature is 64 bytes. */
  public static final String ED25519 = "Ed25519";

  /** ECDSA over P-256 with SHA-256 (FIPS 186-4); the signature is DER as in RFC 3279, 2.2.3. */
  public static final String P256 = "SHA256withECDSA";

  /** How an X.509 SubjectPublicKeyInfo of each kind begins, and how long it is (RFC 8410, 5480). */
  private static final byte[] ED25519_BEGIN = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ED25519_BYTES = 44;
  private static final byte[] P256_BEGIN =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
  private static final int P256_BYTES = 91;

  private final String algorithm;
  private final byte[] encoded;
  private final PublicKey key;
  private final String id;

  private SealingKey(String algorithm, byte[] encoded, PublicKey key) {
    this.algorithm = algorithm;
    this.encoded = encoded;
    this.key = key;
    this.id = Chain.hex(Chain.digest(encoded)).substring(0, 16);
  }

  /** Reads an X.509 SubjectPublicKeyInfo, an uncompressed point for P-256. */
  public static SealingKey of(byte[] encoded) throws GarbledData {
    try {
      if (isOfForm(encoded, ED25519_BEGIN, ED25519_BYTES)) {
        return new SealingKey(ED25519, encoded.clone(), decoded(encoded, ED25519));
      }
      if (isOfForm(encoded, P256_BEGIN, P256_BYTES)) {
        return new SealingKey(P256, encoded.clone(), decoded(encoded, "EC"));
      }
    } catch (GeneralSecurityException notAKey) {
      throw new GarbledData("not an Ed25519 or P-256 public key: " + notAKey.getMessage());
    }
    throw new GarbledData("not an Ed25519 or P-256 public key in X.509 form");
  }

  private static boolean isOfForm(byte[] encoded, byte[] begin, int length) {
    return encoded.length == length
        && Arrays.equals(encoded, 0, begin.length, begin, 0, begin.length);
  }

  private static PublicKey decoded(byte[] encoded, String family) throws GeneralSecurityException {
    return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** The first 16 hexadecimal digits of the SHA-256 of the encoded key. */
  public String id() {
    return id;
  }

  /** {@link #ED25519} or {@link #P256}. */
  public String algorithm() {
    return algorithm;
  }

  /** The X.509 SubjectPublicKeyInfo. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Whether the signature is this key's over the message. */
  public boolean accepts(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException | InvalidKeyException malformed) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 17 platform has " + algorithm, impossible);
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
    return algorithm + " " + id;
  }
}
