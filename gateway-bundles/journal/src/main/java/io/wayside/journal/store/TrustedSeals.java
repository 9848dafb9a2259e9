// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which seals of an old database can be trusted: those whose signature holds, and those that a
 * trusted one follows, as each holds the digest of the one before, signature included.
 */
final class TrustedSeals {

  private static final int LOOK_AT_CLOCK = 256;

  private final OldDatabase old;
  private final Map<String, SealingKey> keys;
  private final String gateway;
  private final BitSet trusted = new BitSet();
  private final Map<String, Seal.Head> newest = new HashMap<>();
  private long top;
  private long bottom;
  private boolean unbroken;
  private @Nullable Seal last;

  TrustedSeals(OldDatabase old, Map<String, SealingKey> keys, String gateway) {
    this.old = old;
    this.keys = keys;
    this.gateway = gateway;
  }

  /**
   * Goes down from the newest seal.
   *
   * @param enough asked now and then whether there is no time for more
   */
  void read(BooleanSupplier enough) {
    top = old.seal("max").orElse(0);
    bottom = Math.max(old.seal("min").orElse(1), top - Integer.MAX_VALUE + 1);
    unbroken = top > 0;
    String wanted = "";
    for (long batch = top; batch >= bottom; batch--) {
      if ((top - batch) % LOOK_AT_CLOCK == LOOK_AT_CLOCK - 1 && enough.getAsBoolean()) {
        bottom = batch + 1;
        unbroken = false;
        return;
      }
      SignedSeal signed = old.seal(batch).orElse(null);
      Seal seal = signed == null ? null : decode(signed, batch);
      if (signed == null || seal == null || !(follows(signed, wanted) || holds(signed))) {
        unbroken = false;
        wanted = "";
        continue;
      }
      trusted.set(index(batch));
      wanted = seal.previous();
      if (unbroken) {
        seal.heads().forEach(head -> newest.putIfAbsent(head.stream(), head));
      }
    }
  }

  private static boolean follows(SignedSeal signed, String wanted) {
    return !wanted.isEmpty() && signed.digest().equals(wanted);
  }

  private boolean holds(SignedSeal signed) {
    SealingKey key = keys.get(signed.keyId());
    return key != null && key.accepts(signed.content(), signed.signature());
  }

  private @Nullable Seal decode(SignedSeal signed, long batch) {
    try {
      Seal seal = Seal.decode(signed.content());
      return seal.batch() == batch && seal.gateway().equals(gateway) ? seal : null;
    } catch (GarbledData damaged) {
      return null;
    }
  }

  private int index(long batch) {
    return (int) (top - batch);
  }

  boolean trusts(long batch) {
    return batch <= top && batch >= bottom && trusted.get(index(batch));
  }

  /** Whether the seal of this batch is trusted and names this head. */
  boolean vouches(long batch, Seal.Head head) {
    if (!trusts(batch)) {
      return false;
    }
    if (last == null || last.batch() != batch) {
      last = old.seal(batch).map(signed -> decode(signed, batch)).orElse(null);
    }
    return last != null && last.heads().contains(head);
  }

  /** Number of the newest seal, whether trusted or not; 0 when there is none. */
  long top() {
    return top;
  }

  /** The newest head of a stream, when every seal since is there and trusted. */
  Optional<Seal.Head> newest(String stream) {
    return Optional.ofNullable(newest.get(stream));
  }

  /** Whether every seal that is kept is trusted, so that a stream in none has no record kept. */
  boolean allRead() {
    return unbroken;
  }
}
