// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.proof;

import io.wayside.core.data.Value;
import io.wayside.core.record.RecordKind;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;

/**
 * A statement over the heads of a journal with its signature, as the body of a record {@code
 * journal-heads/1} in stream {@code journal}. {@link HeadsBody} reads one.
 *
 * <p>That the signature {@link #holds()} says that whoever has the private half of {@link #key()}
 * made the statement. Whether that is the gateway is for the reader to know: the key comes from the
 * installation, or is the first one seen of this gateway, and then a change is an alarm.
 *
 * @param key the public key that the statement names
 * @param signature over {@link HeadsStatement#encode()}
 */
@SuppressWarnings("ArrayRecordComponent") // read and checked once; never compared
public record SignedHeads(HeadsStatement statement, SealingKey key, byte[] signature) {

  public static final RecordKind KIND = new RecordKind("journal-heads", 1);

  public static SignedHeads sign(HeadsStatement statement, Signer signer) throws SigningFailed {
    SealingKey key = signer.key();
    return new SignedHeads(statement, key, signer.sign(statement.encode()));
  }

  /** Whether the signature is that of the key over the statement. */
  public boolean holds() {
    return key.accepts(statement.encode(), signature);
  }

  /** Whether the statement is signed, and with this key and no other. */
  public boolean holdsUnder(SealingKey expected) {
    return key.equals(expected) && holds();
  }

  /** As the body of a record. */
  public Value.Fields body() {
    return HeadsBody.of(this);
  }
}
