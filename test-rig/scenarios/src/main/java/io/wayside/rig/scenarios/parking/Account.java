// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parkinglot.Asking;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is true of one driver, whatever the gateway believes. */
final class Account {

  final Driver driver;

  /** Money handed over at desks and machines, by reference. */
  final TreeMap<String, Long> handed = new TreeMap<>();

  long enteredMs = -1;
  long lastPaidMs = -1;
  long leftMs = -1;
  boolean tailgatedIn;
  boolean tailgatedOut;
  boolean lostSaid;

  /** Paid at the exit and not confirmed yet. */
  @Nullable Due due;

  /** Another desk took money for what was paid. */
  boolean takenAgain;

  /** A payment that is told until it is confirmed. */
  record Due(Optional<SessionId> session, Asking asking, String reference, long minor) {}

  Account(Driver driver) {
    this.driver = driver;
  }

  long handedMinor() {
    return handed.values().stream().mapToLong(Long::longValue).sum();
  }
}
