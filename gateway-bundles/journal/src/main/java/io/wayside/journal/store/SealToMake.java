// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a bound batch. To sign takes as long as to store some ten records, and the seal is
 * the last that is stored: so it is signed by whoever comes to it first, while the records are
 * stored. A signature that failed is tried again by who needs it.
 */
final class SealToMake {

  /**
   * @param seal over the heads of the batch
   * @param after where the journal is once the batch is stored
   */
  record Made(SignedSeal seal, Tip after) {}

  private final Tip base;
  private final Map<String, StreamState> moved;
  private final Seal seal;
  private final Signer signer;
  private @Nullable Made made;

  SealToMake(Tip base, Map<String, StreamState> moved, Seal seal, Signer signer) {
    this.base = base;
    this.moved = moved;
    this.seal = seal;
    this.signer = signer;
  }

  /** Signs, or waits for the other thread that does; the same object every time. */
  synchronized Made make() throws SigningFailed {
    Made known = made;
    if (known == null) {
      SignedSeal signed = SignedSeal.sign(seal, signer);
      known = new Made(signed, base.next(signed.digest(), moved));
      made = known;
    }
    return known;
  }

  /** Whether it was made, and this is its digest. */
  synchronized boolean isMadeAs(String digest) {
    Made known = made;
    return known != null && known.after().lastSeal().equals(digest);
  }
}
