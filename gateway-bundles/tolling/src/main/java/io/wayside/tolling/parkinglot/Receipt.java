// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.Amount;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What became of a payment that was told.
 *
 * @param refusal why it is not taken; empty when it is, or was before
 * @param isNew whether it is to be put on record now
 * @param amount as it is with this payment; empty for a stay without an entry
 * @param openMinor what is left to pay
 */
public record Receipt(
    Optional<String> refusal,
    boolean isNew,
    Optional<SessionId> session,
    Optional<Amount> amount,
    long openMinor) {

  static Receipt refused(String code) {
    return new Receipt(Optional.of(code), false, Optional.empty(), Optional.empty(), 0);
  }

  static Receipt refused(String code, SessionId session, long openMinor) {
    return new Receipt(Optional.of(code), false, Optional.of(session), Optional.empty(), openMinor);
  }

  SessionId sessionId() {
    return session.orElseThrow(() -> new NoSuchElementException("refused: " + refusal));
  }
}
