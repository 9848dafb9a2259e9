// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.sight.LaneEyes;
import io.wayside.tolling.tag.Issuers;
import java.util.Optional;

/**
 * What a lane at work stands on.
 *
 * @param plaza the talk with the other lanes; empty when there are none
 * @param order what the lane was told to be before
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
    KeptOrder order,
    Journal journal,
    ProvenanceSource provenance,
    TimeSource time,
    Audience audience,
    LaneEyes eyes) {

  /** Of a lane that sees nothing. */
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
        order,
        journal,
        provenance,
        time,
        audience,
        LaneEyes.NONE);
  }

  /** The same lane with eyes. */
  public LaneParts seeing(LaneEyes with) {
    return new LaneParts(
        settings,
        devices,
        book,
        issuers,
        policy,
        fares,
        plaza,
        order,
        journal,
        provenance,
        time,
        audience,
        with);
  }
}
