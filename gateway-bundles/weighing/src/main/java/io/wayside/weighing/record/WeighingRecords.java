// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Gap;
import io.wayside.weighing.statics.Vehicle;
import io.wayside.weighing.statics.WeighingFlags;
import io.wayside.weighing.uncertainty.Budget;

/** Writes findings down as drafts of the station's stream. */
public final class WeighingRecords {

  public static final RecordKind WEIGHING = new RecordKind("weighing", 1);
  public static final RecordKind GAP = new RecordKind("weighing-gap", 1);

  private final Origin origin;
  private final StaticBody body;
  private final TimeSource time;

  /**
   * Where the findings come from.
   *
   * @param stationId the station
   * @param scaleId the device that indicated
   * @param calibrationId calibration in force, or {@code none}
   * @param parameters the configuration in force
   */
  public record Origin(
      String stationId, String scaleId, String calibrationId, Value.Fields parameters) {

    public String stream() {
      return "weighing." + stationId;
    }
  }

  public WeighingRecords(Origin origin, Budget budget, TimeSource time) {
    this.origin = origin;
    this.body = new StaticBody(origin, budget);
    this.time = time;
  }

  public Draft draft(Finding finding, Provenance provenance) {
    Provenance calibrated = provenance.calibratedBy(origin.calibrationId());
    if (finding instanceof Vehicle vehicle) {
      Stamp began = time.at(vehicle.beganNanos());
      return new Draft(
          origin.stream(),
          WEIGHING,
          Importance.ENFORCEMENT,
          began,
          calibrated,
          body.of(vehicle, circumstances(began)));
    }
    return gap((Gap) finding, calibrated);
  }

  private Draft gap(Gap gap, Provenance provenance) {
    Stamp to = time.at(gap.toNanos());
    Stamp occurred = gap.fromNanos().isPresent() ? time.at(gap.fromNanos().getAsLong()) : to;
    return new Draft(
        origin.stream(),
        GAP,
        Importance.EVENT,
        occurred,
        provenance,
        GapBody.of(gap, origin.scaleId(), occurred, to));
  }

  private Flags circumstances(Stamp stamp) {
    Flags flags = Flags.NONE;
    if (stamp.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      flags = flags.with(Flag.CLOCK_UNSYNCHRONISED);
    }
    if (origin.calibrationId().equals("none")) {
      flags = flags.with(WeighingFlags.UNCALIBRATED);
    }
    return flags;
  }
}
