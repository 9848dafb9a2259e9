// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

/** A private key that signs seals, wherever it is kept: in a file or on a token. */
public interface Signer {

  /**
   * The public half, by which the seals are checked.
   *
   * @throws SigningFailed when it is not known yet: the token was never there since the start
   */
  SealingKey key() throws SigningFailed;

  /** Does beforehand what makes signing quick; signing works without it. */
  default void prepare() {}

  /**
   * The signature over these bytes.
   *
   * @throws SigningFailed when the key cannot be used now
   */
  byte[] sign(byte[] message) throws SigningFailed;
}
