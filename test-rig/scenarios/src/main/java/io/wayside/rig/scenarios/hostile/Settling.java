// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.journal.JournalException;
import io.wayside.rig.central.CentralSubscriber;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * The time after the link was mended: waits until the gateway has nothing left and the centre has
 * all. What a broker acknowledged and lost the centre sees as holes below what came later, and asks
 * for; that stations go on makes the holes at the end visible.
 */
final class Settling {

  private static final long LIMIT_MS = 60_000;
  private static final long STABLE_MS = 3000;
  private static final long STEP_MS = 25;

  private final GatewayBox gateway;
  private final CentralSubscriber central;
  private final CentreStore store;
  private final Producer producer;
  private final Ledger ledger;
  private final Wiretap tap;
  private final long begunNanos = System.nanoTime();
  private long gatewaySettledMs = -1;
  private int lostByBroker;
  private boolean asked;

  Settling(
      GatewayBox gateway,
      CentralSubscriber central,
      CentreStore store,
      Producer producer,
      Ledger ledger,
      Wiretap tap) {
    this.gateway = gateway;
    this.central = central;
    this.store = store;
    this.producer = producer;
    this.ledger = ledger;
    this.tap = tap;
  }

  long gatewaySettledMs() {
    return gatewaySettledMs;
  }

  int lostByBroker() {
    return lostByBroker;
  }

  long spentMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
  }

  /** Does it; a verdict of {@code STUCK} when it takes too long. */
  void await(Verdict verdict) throws SQLException, JournalException, InterruptedException {
    producer.awaitAnswers();
    long sameSinceMs = 0;
    int missingBefore = -1;
    while (spentMs() < LIMIT_MS) {
      Set<Key> missing = new HashSet<>(ledger.accepted().keySet());
      if (gateway.backlog() == 0) {
        if (gatewaySettledMs < 0) {
          gatewaySettledMs = spentMs();
        }
        missing.removeAll(store.places());
        if (missing.isEmpty()) {
          checkAcknowledged(verdict);
          return;
        }
        if (missing.size() != missingBefore || !central.connected()) {
          missingBefore = missing.size();
          sameSinceMs = spentMs();
        } else if (spentMs() - sameSinceMs > STABLE_MS) {
          lost(missing.size(), verdict);
          missingBefore = -1;
        }
      }
      TimeUnit.MILLISECONDS.sleep(STEP_MS);
    }
    verdict.add(
        Verdict.Wrong.STUCK,
        String.format(
            "after %d ms %d records wait at the gateway (%s), the centre is %s and lacks %d",
            LIMIT_MS,
            gateway.backlog(),
            gateway.health(),
            central.connected() ? "connected" : "not connected",
            ledger.acceptedCount() - store.places().size()));
  }

  /** Nothing waits at the gateway, nothing more comes to the centre, and something is missing. */
  private void lost(int missing, Verdict verdict) throws SQLException, JournalException {
    if (!asked) {
      asked = true;
      checkAcknowledged(verdict);
      lostByBroker = missing;
      tap.replaying();
      producer.oneOfEach(gateway::append);
      producer.awaitAnswers();
      return;
    }
    Map<String, TreeSet<Long>> there = new HashMap<>();
    for (Key key : store.places()) {
      there.computeIfAbsent(key.stream(), s -> new TreeSet<>()).add(key.sequence());
    }
    for (Map.Entry<String, TreeSet<Long>> stream : there.entrySet()) {
      long expected = 1;
      for (long sequence : stream.getValue()) {
        if (sequence > expected) {
          gateway.resend(stream.getKey(), expected, sequence - 1);
        }
        expected = sequence + 1;
      }
    }
  }

  /** The journal waits for none of them; so a broker must have acknowledged each. */
  private void checkAcknowledged(Verdict verdict) {
    if (asked && lostByBroker > 0) {
      return; // was done before anything was asked for
    }
    ledger.accepted().keySet().stream()
        .filter(key -> !tap.acknowledged(key))
        .forEach(key -> verdict.add(Verdict.Wrong.SKIPPED, key.toString()));
  }
}
