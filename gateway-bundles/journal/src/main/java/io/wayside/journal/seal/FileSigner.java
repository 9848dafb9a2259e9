// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * An Ed25519 key held in memory, read from a key file. The JDK signs until {@link #prepare} was
 * called and is done; both give the same signature.
 */
public final class FileSigner implements Signer {

  private final PrivateKey privateKey;
  private final SealingKey key;
  private final QuickEd25519 quick;

  /**
   * @param privateKey PKCS#8
   * @param publicKey X.509
   * @throws GarbledData when these are not the two halves of an Ed25519 key
   */
  public FileSigner(byte[] privateKey, byte[] publicKey) throws GarbledData {
    this.key = SealingKey.of(publicKey);
    try {
      this.privateKey =
          KeyFactory.getInstance(SealingKey.ED25519)
              .generatePrivate(new PKCS8EncodedKeySpec(privateKey));
      this.quick = QuickEd25519.of(this.privateKey, publicKey);
      byte[] probe = {'p', 'r', 'o', 'b', 'e'};
      if (!key.accepts(probe, sign(probe))) {
        throw new GarbledData("the private and the public key do not belong together");
      }
    } catch (GeneralSecurityException | SigningFailed notAKey) {
      throw new GarbledData("not an Ed25519 private key: " + notAKey.getMessage());
    }
  }

  /** A new key pair. */
  public static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance(SealingKey.ED25519).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 17 platform has Ed25519", impossible);
    }
  }

  @Override
  public SealingKey key() {
    return key;
  }

  /** Takes a tenth of a second once; not to be waited for. */
  @Override
  public void prepare() {
    QuickEd25519.prepare();
  }

  @Override
  public byte[] sign(byte[] message) throws SigningFailed {
    if (QuickEd25519.isPrepared()) {
      return quick.sign(message);
    }
    try {
      Signature signature = Signature.getInstance(SealingKey.ED25519);
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException unusable) {
      throw new SigningFailed("the sealing key " + key.id() + " cannot sign", unusable);
    }
  }
}
