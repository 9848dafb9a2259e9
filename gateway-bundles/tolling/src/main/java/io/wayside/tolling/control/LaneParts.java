// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.entries.EntryRegister;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.sight.LaneEyes;
import io.wayside.tolling.tag.Issuers;
import java.util.Optional;

/**
 * What a lane at work stands on.
 *
 * @param plaza the talk with the other lanes; empty when there are none
 * @param office the talk with the back office; empty when there is none
 * @param order what the lane was told to be before
 * @param entries who is in the closed system that the lane is a gate of
 * @param turned how it is set up the other way; empty when it cannot be turned
 * @param eyes cameras and what else the lane sees with
 */
public record LaneParts(
    LaneSettings settings,
    LaneDevices devices,
    TagBook book,
    Issuers issuers,
    Policy policy,
    FareTable fares,
    Optional<PlazaTalk> plaza,
    Optional<OfficeTalk> office,
    KeptOrder order,
    Journal journal,
    ProvenanceSource provenance,
    TimeSource time,
    Audience audience,
    Optional<EntryRegister> entries,
    Optional<LaneSettings> turned,
    LaneEyes eyes) {

  /** A lane of an open system that asks no office and sees nothing. */
  public LaneParts(
      LaneSettings settings,
      LaneDevices devices,
      TagBook book,
      Issuers issuers,
      Policy policy,
      FareTable fares,
      Optional<PlazaTalk> plaza,
      KeptOrder order,
      Journal journal,
      ProvenanceSource provenance,
      TimeSource time,
      Audience audience) {
    this(
        settings,
        devices,
        book,
        issuers,
        policy,
        fares,
        plaza,
        Optional.empty(),
        order,
        journal,
        provenance,
        time,
        audience,
        Optional.empty(),
        Optional.empty(),
        LaneEyes.NONE);
  }

  /** The lane as it is used that way. */
  LaneParts facing(Travel travel) {
    return travel == Travel.FORWARD || turned.isEmpty()
        ? this
        : new LaneParts(
            turned.get(),
            devices.turned(),
            book,
            issuers,
            policy,
            fares,
            plaza,
            office,
            order,
            journal,
            provenance,
            time,
            audience,
            entries,
            turned,
            eyes);
  }
}
