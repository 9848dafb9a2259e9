// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 (RFC 8032) by a library that keeps multiples of the base point in tables. The JDK has
 * none and takes 0.7 ms for a signature under the gateway's JVM options, several times the sync of
 * a good disk; this takes 0.05 ms. The tables are computed once, in about 0.1 s.
 */
final class QuickEd25519 {

  private static final int SEED_BYTES = 32;
  private static final int POINT_BYTES = 32;

  private static volatile boolean prepared;

  private final byte[] seed;
  private final byte[] point;

  private QuickEd25519(byte[] seed, byte[] point) {
    this.seed = seed;
    this.point = point;
  }

  /**
   * For a key pair that belongs together.
   *
   * @param publicKey X.509; its last 32 bytes are the point
   */
  static QuickEd25519 of(PrivateKey key, byte[] publicKey) throws InvalidKeyException {
    if (key instanceof EdECPrivateKey edwards
        && edwards.getBytes().isPresent()
        && edwards.getBytes().get().length == SEED_BYTES
        && publicKey.length > POINT_BYTES) {
      byte[] point =
          Arrays.copyOfRange(publicKey, publicKey.length - POINT_BYTES, publicKey.length);
      return new QuickEd25519(edwards.getBytes().get(), point);
    }
    throw new InvalidKeyException("an Ed25519 private key has 32 bytes");
  }

  /** Computes the tables; the first call of the process takes its time. */
  static void prepare() {
    Ed25519.precompute();
    byte[] scratch = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(new byte[SEED_BYTES], 0, scratch, 0, 0, scratch, 0);
    prepared = true;
  }

  static boolean isPrepared() {
    return prepared;
  }

  byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
