// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.proof.HeadsStatement;
import io.wayside.journal.record.Chain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides when the heads of all streams are stated. A statement is itself a record of the journal's
 * own stream, so that stream alone never gives a reason for the next one.
 */
final class Attestation {

  private static final String OWN_STREAM = "journal";

  private final long everyNanos;
  private Map<String, Long> stated = Map.of();
  private Map<String, Long> proposed = Map.of();
  private long statedNanos;

  /** What an earlier run stated is stated once more: its last minutes may not have been. */
  Attestation(Duration every, long nowNanos) {
    this.everyNanos = every.toNanos();
    this.statedNanos = nowNanos;
  }

  /** A statement when it is time for one and something moved since the last. */
  synchronized Optional<HeadsStatement> due(
      String gateway, Ledger.Position position, List<Contents.Gap> gaps, Instant now, long nanos) {
    return nanos - statedNanos < everyNanos
        ? Optional.empty()
        : moved(gateway, position, gaps, now, nanos);
  }

  /** A statement when something moved since the last, whenever that was. */
  synchronized Optional<HeadsStatement> moved(
      String gateway, Ledger.Position position, List<Contents.Gap> gaps, Instant now, long nanos) {
    Map<String, Long> heads = heads(position.streams());
    if (everyNanos == 0 || heads.equals(stated)) {
      return Optional.empty();
    }
    proposed = heads;
    statedNanos = nanos;
    List<HeadsStatement.Head> rows = new ArrayList<>();
    for (StreamState stream : position.streams().values()) {
      if (stream.head() > 0 && !endsInGap(stream, gaps)) {
        rows.add(
            new HeadsStatement.Head(stream.name(), stream.head(), Chain.hex(stream.headHash())));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeadsStatement(gateway, position.batch(), now, rows));
  }

  /** The last statement is kept: it need not be made again. */
  synchronized void kept() {
    stated = proposed;
  }

  /** A number within a gap has no record whose hash could be stated. */
  private static boolean endsInGap(StreamState stream, List<Contents.Gap> gaps) {
    return gaps.stream()
        .anyMatch(gap -> gap.stream().equals(stream.name()) && gap.last() == stream.head());
  }

  private static Map<String, Long> heads(Map<String, StreamState> streams) {
    Map<String, Long> heads = new HashMap<>();
    for (StreamState stream : streams.values()) {
      if (!stream.name().equals(OWN_STREAM)) {
        heads.put(stream.name(), stream.head());
      }
    }
    return heads;
  }
}
