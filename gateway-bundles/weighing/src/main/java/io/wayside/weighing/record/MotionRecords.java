// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.statics.Gap;
import java.util.List;

/** Writes vehicles weighed in motion down as drafts of the station's stream. */
public final class MotionRecords {

  public static final RecordKind WEIGHING = new RecordKind("weighing-in-motion", 1);

  /**
   * Where the vehicles come from.
   *
   * @param stationId the station
   * @param deviceId the device that sampled
   * @param instrument the instrument, as its document calls it
   * @param kind its kind: strips, platform, bridge
   * @param calibrationId calibration in force, {@code none} without one
   * @param parameters hash of the parameters in force
   */
  public record Origin(
      String stationId,
      String deviceId,
      String instrument,
      String kind,
      String calibrationId,
      String parameters) {

    public String stream() {
      return "weighing." + stationId;
    }
  }

  /**
   * With what was weighed, as it was at that moment.
   *
   * @param eventCounter number of the parameters' last change; 0 while it is not in the journal
   * @param software hash of the legally relevant software
   * @param doubts what the seal leaves in doubt
   */
  public record Standing(long eventCounter, String software, Flags doubts) {}

  private final Origin origin;
  private final TimeSource time;

  public MotionRecords(Origin origin, TimeSource time) {
    this.origin = origin;
    this.time = time;
  }

  /** Everything that throws doubt on a vehicle: its own flags, the seal's, the clock's. */
  public Flags flags(MotionVehicle vehicle, Standing standing) {
    Flags flags = vehicle.flags().with(standing.doubts());
    ClockQuality clock = time.at(vehicle.beganNanos()).clock();
    return clock.state() == ClockQuality.State.UNSYNCHRONISED
        ? flags.with(Flag.CLOCK_UNSYNCHRONISED)
        : flags;
  }

  /**
   * A vehicle.
   *
   * @param judged class and decision, see {@link Judged}
   * @param evidence raw signal, when it is kept
   */
  public Draft draft(
      MotionVehicle vehicle,
      Standing standing,
      Judged judged,
      List<Blob> evidence,
      Provenance provenance) {
    return new Draft(
        origin.stream(),
        WEIGHING,
        Importance.ENFORCEMENT,
        time.at(vehicle.beganNanos()),
        provenance.calibratedBy(origin.calibrationId()),
        MotionBody.of(origin, vehicle, flags(vehicle, standing), standing, judged),
        evidence);
  }

  /** A time without signal in which vehicles may have passed. */
  public Draft draft(Gap gap, Provenance provenance) {
    Stamp to = time.at(gap.toNanos());
    Stamp occurred = gap.fromNanos().isPresent() ? time.at(gap.fromNanos().getAsLong()) : to;
    return new Draft(
        origin.stream(),
        WeighingRecords.GAP,
        Importance.EVENT,
        occurred,
        provenance.calibratedBy(origin.calibrationId()),
        GapBody.of(gap, origin.deviceId(), occurred, to));
  }

  /**
   * What follows from a vehicle.
   *
   * @param vehicleClass of the class scheme, with how sure; absent without a scheme
   * @param decision of the law pack; absent without one
   */
  public record Judged(Value vehicleClass, Value decision) {}
}
