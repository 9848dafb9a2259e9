// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.time.TimeSource;
import io.wayside.journal.proof.HeadsStatement;
import io.wayside.journal.proof.SignedHeads;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs statements over the heads when they are due, and watches over the key that signs. */
final class Statements {

  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
  private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

  private final String gateway;
  private final TimeSource time;
  private final Signer signer;
  private final Condition condition;
  private final Attestation attestation;

  Statements(JournalSettings settings, TimeSource time, Signer signer, Condition condition) {
    this.gateway = settings.gateway();
    this.time = time;
    this.signer = signer;
    this.condition = condition;
    this.attestation = new Attestation(settings.sealing().attestEvery(), time.monotonicNanos());
  }

  /** What is to be stated of the heads now, signed; empty when nothing is, or the key is away. */
  Optional<SignedHeads> next(Ledger.Position position, List<Contents.Gap> gaps) {
    Instant now = time.now().wall();
    long nanos = time.monotonicNanos();
    Optional<HeadsStatement> statement = attestation.due(gateway, position, gaps, now, nanos);
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedHeads.sign(statement.get(), signer));
    } catch (SigningFailed away) {
      LOG.warn("the heads could not be stated, it is tried again: {}", away.getMessage());
      return Optional.empty();
    }
  }

  /** The last statement is recorded. */
  void kept() {
    attestation.kept();
  }

  /** Whether the key can sign; said in health when it cannot. */
  void lookForKey() {
    try {
      signer.key();
      if (condition.isKeyless()) {
        signer.sign(PROBE);
        condition.keyless("");
      }
    } catch (SigningFailed away) {
      condition.keyless(String.valueOf(away.getMessage()));
    }
  }
}
