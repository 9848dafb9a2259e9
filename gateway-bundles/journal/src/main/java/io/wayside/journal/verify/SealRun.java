// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks seals in their order. Each seal holds the digest of the one before, signature included, so
 * the signature of the last one vouches for all: it is checked, and so are the first, the last of
 * each key, those beside a break, and one in {@link #SAMPLE}.
 */
final class SealRun {

  private static final int SAMPLE = 1000;

  private final Map<String, SealingKey> keys;
  private final boolean everySignature;
  private final Report report;
  private final boolean all;
  private @Nullable SignedSeal pending;
  private long pendingBatch;
  private boolean pendingChecked;

  /**
   * @param keys those that count, by id
   */
  SealRun(Map<String, SealingKey> keys, boolean everySignature, Report report) {
    this(keys, everySignature, report, true);
  }

  private SealRun(
      Map<String, SealingKey> keys, boolean everySignature, Report report, boolean all) {
    this.keys = keys;
    this.everySignature = everySignature;
    this.report = report;
    this.all = all;
  }

  /** For some seals in any order: what is not there is not missing. */
  static SealRun ofSome(Map<String, SealingKey> keys, boolean everySignature, Report report) {
    return new SealRun(keys, everySignature, report, false);
  }

  /** The next seal; returns what it says when it can be read. */
  Optional<Seal> next(long batch, SignedSeal signed) {
    report.seals++;
    Seal seal;
    try {
      seal = Seal.decode(signed.content());
    } catch (GarbledData garbled) {
      checkPending();
      report.fault("seal " + batch + ": " + garbled.getMessage());
      pending = null;
      return Optional.empty();
    }
    boolean joins = pending != null && pending.keyId().equals(signed.keyId());
    if (seal.batch() != batch) {
      report.fault("at seal " + batch + " lies the seal " + seal.batch());
      joins = false;
    } else if (pending != null && batch != pendingBatch + 1) {
      if (all) {
        report.fault("seals " + (pendingBatch + 1) + " to " + (batch - 1) + " are missing");
      }
      joins = false;
    } else if (pending != null && !seal.previous().equals(pending.digest())) {
      report.fault("seal " + pendingBatch + " is not the one that seal " + batch + " follows");
      joins = false;
    } else if (pending == null && batch == 1 && !seal.previous().equals(Seal.origin())) {
      report.fault("seal 1 follows a seal that is not there");
    }
    if (!joins) {
      checkPending();
    }
    pending = signed;
    pendingBatch = batch;
    pendingChecked = false;
    if (everySignature || !joins || report.seals % SAMPLE == 0) {
      checkPending();
    }
    return Optional.of(seal);
  }

  /** There are no more: the last signature vouches for the rest. */
  void end() {
    checkPending();
  }

  private void checkPending() {
    SignedSeal signed = pending;
    if (signed == null || pendingChecked) {
      return;
    }
    pendingChecked = true;
    report.signaturesChecked++;
    SealingKey key = keys.get(signed.keyId());
    if (key == null) {
      report.fault("seal " + pendingBatch + " is signed with the unknown key " + signed.keyId());
    } else if (!key.accepts(signed.content(), signed.signature())) {
      report.fault("the signature of seal " + pendingBatch + " does not hold");
    }
  }
}
