// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.data.Value;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.weighing.record.WeighingRecords;
import io.wayside.weighing.rest.RestRule;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Plausibility;
import io.wayside.weighing.statics.StaticRules;
import io.wayside.weighing.statics.StaticWeighing;
import io.wayside.weighing.uncertainty.Budget;
import io.wayside.weighing.uncertainty.PermissibleError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The station's logic, from readings to drafts of records. */
final class VirtualStation implements Listener<WeightReading> {

  static final double INTERVAL_KG = 20;
  static final double AXLE_PRESENT_KG = 100;

  private static final long MS = 1_000_000;

  private static final Provenance PROVENANCE = new Provenance("rig", "rig", "none");

  private final StaticWeighing weighing;
  private final WeighingRecords writing;
  private final RecordReader reader;
  private final List<Recorded> records = new ArrayList<>();

  VirtualStation(VirtualTime time) {
    this.weighing = new StaticWeighing(rules(), time.monotonicNanos());
    this.writing =
        new WeighingRecords(
            new WeighingRecords.Origin(
                "lane-1", "scale-1", "rig", Value.Fields.with("site", "rig").build()),
            new Budget(new PermissibleError(INTERVAL_KG, true), 10),
            time);
    this.reader = new RecordReader(time.start());
  }

  /** The station's defaults, and a vehicle gap for the lane's timing. */
  private static StaticRules rules() {
    return new StaticRules(
        new RestRule(INTERVAL_KG, 5, 1_000 * MS, 20 * MS),
        INTERVAL_KG,
        AXLE_PRESENT_KG,
        40,
        30_000,
        Lanes.VEHICLE_GAP_MS * MS,
        500 * MS,
        600_000 * MS,
        new Plausibility(300, 25_000, 12, 800, 100_000));
  }

  @Override
  public void received(WeightReading reading) {
    write(weighing.hear(reading));
  }

  @Override
  public void interrupted(Interruption interruption) {
    write(weighing.interrupted(interruption));
  }

  void tick(long nowNanos) {
    write(weighing.tick(nowNanos));
  }

  void stop(long nowNanos) {
    write(weighing.stop(nowNanos));
  }

  private void write(List<Finding> findings) {
    for (Finding finding : findings) {
      Draft draft = writing.draft(finding, PROVENANCE);
      String kind =
          String.format(Locale.ROOT, "%s/%d", draft.kind().name(), draft.kind().version());
      reader.read(kind, draft.occurred().wall(), draft.body()).ifPresent(records::add);
    }
  }

  List<Recorded> records() {
    return List.copyOf(records);
  }
}
