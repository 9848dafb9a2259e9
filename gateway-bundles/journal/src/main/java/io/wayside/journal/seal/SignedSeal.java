// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.journal.record.Chain;

/**
 * A seal's bytes and the signature over them. The next seal holds {@link #digest()}, which covers
 * the signature too: the last signature of a run vouches for all seals before it.
 *
 * @param keyId which key signed
 * @param content {@link Seal#encode()}
 * @param signature over {@code content}
 */
@SuppressWarnings("ArrayRecordComponent") // known by its batch number; never compared
public record SignedSeal(String keyId, byte[] content, byte[] signature) {

  public static SignedSeal sign(Seal seal, Signer signer) throws SigningFailed {
    byte[] content = seal.encode();
    return new SignedSeal(signer.key().id(), content, signer.sign(content));
  }

  /** SHA-256(SHA-256(content), SHA-256(signature)) in hexadecimal. */
  public String digest() {
    return Chain.hex(Chain.link(Chain.digest(content), Chain.digest(signature)));
  }
}
