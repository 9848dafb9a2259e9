// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.device.Contact;
import io.wayside.core.device.Output;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.gate.GateTimes;
import io.wayside.tolling.gate.TapRules;
import io.wayside.tolling.gate.TokenBook;
import io.wayside.tolling.gate.ZoneFares;
import java.time.Duration;
import java.util.Optional;

/**
 * What a ticket gate stands on.
 *
 * @param others the talk with the other gates of the station; empty when it stands alone
 */
public record GateParts(
    Settings settings,
    Devices devices,
    ZoneFares fares,
    TokenBook tokens,
    KeptOrder order,
    Journal journal,
    ProvenanceSource provenance,
    TimeSource time,
    Optional<GateTalk> others) {

  /** A gate that stands alone. */
  public GateParts(
      Settings settings,
      Devices devices,
      ZoneFares fares,
      TokenBook tokens,
      KeptOrder order,
      Journal journal,
      ProvenanceSource provenance,
      TimeSource time) {
    this(settings, devices, fares, tokens, order, journal, provenance, time, Optional.empty());
  }

  /**
   * How a gate is set up.
   *
   * @param id of the gate, as in records
   * @param station by the fares
   * @param mostJourneys media whose last tap is remembered
   */
  public record Settings(
      String id,
      String station,
      TapRules rules,
      GateTimes times,
      int mostJourneys,
      Duration outputLease) {}

  /**
   * The devices of a gate.
   *
   * @param safety between the flaps, active while somebody is there
   * @param fire active while a fire is reported
   * @param open opens the flaps while it is on
   * @param openOut opens them the other way; without it one line opens both ways
   */
  public record Devices(
      SentenceSource taps,
      Contact freeSide,
      Contact safety,
      Contact paidSide,
      Contact fire,
      Output open,
      Optional<Output> openOut) {}
}
