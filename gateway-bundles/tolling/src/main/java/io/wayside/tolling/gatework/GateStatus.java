// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.tolling.gate.TapDecision;
import io.wayside.tolling.gate.Way;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a gate counts and remembers beside its passages. On the gate's thread. */
final class GateStatus {

  private final EnumMap<TapDecision.Verdict, Long> verdicts =
      new EnumMap<>(TapDecision.Verdict.class);
  private Optional<Way> way = Optional.empty();
  private boolean readerLost;
  private long garbled;
  private long notRecorded;
  private long unkept;
  private int unread;
  private long unproven;
  private long floods;

  void decided(TapDecision decision) {
    verdicts.merge(decision.verdict(), 1L, Long::sum);
  }

  Map<TapDecision.Verdict, Long> verdicts() {
    return Collections.unmodifiableMap(new EnumMap<>(verdicts));
  }

  void way(Way now) {
    way = Optional.of(now);
  }

  /** The way of the tap that was allowed last. */
  Optional<Way> way() {
    return way;
  }

  void readerLost(boolean lost) {
    readerLost = lost;
  }

  boolean isReaderLost() {
    return readerLost;
  }

  void garbled() {
    garbled++;
  }

  long garbledTaps() {
    return garbled;
  }

  void notRecorded() {
    notRecorded++;
  }

  long notRecordedTaps() {
    return notRecorded;
  }

  void unproven() {
    unproven++;
  }

  /**
   * Taps of which nobody saw whether somebody passed; each is on record for somebody to look at.
   */
  long unprovenTaps() {
    return unproven;
  }

  void unread(int records) {
    unread = records;
  }

  /** Records of earlier runs that could not be read. */
  int unreadRecords() {
    return unread;
  }

  void unkept() {
    unkept++;
  }

  long unkeptRecords() {
    return unkept;
  }

  void flooded() {
    floods++;
  }

  long floods() {
    return floods;
  }
}
