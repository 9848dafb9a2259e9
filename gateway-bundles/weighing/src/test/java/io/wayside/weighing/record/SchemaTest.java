// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.ScaleKeys.TareKind;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.quality.Flag;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.rig.Physics;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Schema;
import io.wayside.weighing.rig.SteppedTime;
import io.wayside.weighing.rig.Weigh;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.WeighingFlags;
import io.wayside.weighing.uncertainty.Budget;
import io.wayside.weighing.uncertainty.PermissibleError;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The records that are written are those the schemas describe. */
class SchemaTest {

  private final Schema weighing = Schema.ofRecord("weighing-1");
  private final Schema gap = Schema.ofRecord("weighing-gap-1");
  private final WeighingRecords records =
      new WeighingRecords(
          new WeighingRecords.Origin("lane-1", "scale-1", "cal-1", new Value.Fields(Map.of())),
          new Budget(new PermissibleError(20, true), 10),
          new SteppedTime());

  private Draft draft(Finding finding) {
    return records.draft(finding, new Provenance("0.1.0", "0123456789abcdef", "none"));
  }

  private void fits(Finding finding) {
    Draft draft = draft(finding);
    Schema schema = draft.kind().equals(WeighingRecords.WEIGHING) ? weighing : gap;
    assertThat(schema.faults(draft.body()))
        .filteredOn(fault -> !fault.startsWith("/parameters lacks"))
        .isEmpty();
  }

  @Test
  void everyWeighingAndGapOfMixedTrafficFitsItsSchema() {
    int fitted = 0;
    for (long seed = 0; seed < 40; seed++) {
      Weigh weigh = new Weigh(Rules.USUAL);
      weigh.hear(Physics.traffic(seed).readings());
      long end = 499 * Rules.SECOND;
      weigh.interrupted(new Interruption(end, Interruption.Cause.OVERRUN, "too fast"));
      weigh.hear(Readings.from(500).hold(5000, 2).silence(2).hold(0, 10));
      weigh.found().forEach(this::fits);
      fitted += weigh.found().size();
    }
    assertThat(fitted).isGreaterThan(100);
  }

  @Test
  void aBodyThatDoesNotFitIsFound() {
    Value.Fields wrong =
        Value.Fields.with("scale", 7).and("from", Value.ABSENT).and("surplus", true).build();
    assertThat(gap.faults(wrong))
        .anyMatch(fault -> fault.contains("lacks to"))
        .anyMatch(fault -> fault.contains("/scale is no string"))
        .anyMatch(fault -> fault.contains("surplus"));
  }

  @Test
  void theSchemaNamesEveryFlagOfCoreAndStation() throws IllegalAccessException {
    for (Class<?> holder : List.of(Flag.class, WeighingFlags.class)) {
      for (Field field : holder.getFields()) {
        assertThat(weighing.namedFlags().contains(((Flag) field.get(null)).code())).isTrue();
      }
    }
  }

  @Test
  void theBodyTellsWhatTheIndicationsReferredTo() {
    Weigh weigh =
        new Weigh(Rules.USUAL)
            .hear(Readings.from(0).hold(0, 6).axle(5000))
            .hear(
                Readings.from(10).as(Basis.NET).hold(2000, 2).hold(-1000, 7),
                new Tare(new Mass(1000), TareKind.PRESET));
    Draft draft = draft(weigh.only());
    fits(weigh.only());
    assertThat(draft.body().get("gross")).isEqualTo(Value.ABSENT);
    assertThat(draft.body().get("indicated"))
        .isEqualTo(
            Value.Fields.with("tareKg", 1000.0)
                .and("tareKind", "preset")
                .and("basis", List.of(new Value.Text("gross"), new Value.Text("net")))
                .build());
  }

  @Test
  void theBodyTellsHowItGotThere() {
    Weigh weigh =
        new Weigh(Rules.USUAL)
            .hear(Readings.from(0).hold(0, 6).axle(5000).show(900, 4000).hold(0, 6));
    Value.Fields body = draft(weigh.only()).body();
    List<Value> axles = ((Value.Many) body.get("axles")).values();
    Value.Fields stood = (Value.Fields) axles.get(0);
    assertThat(stood.get("arrivedS")).isEqualTo(new Value.Real(0));
    assertThat(stood.get("restForS")).isEqualTo(new Value.Real(1.9));
    assertThat(stood.get("readingsUsed")).isEqualTo(new Value.Whole(20));
    assertThat(stood.get("rawFrame")).isEqualTo(new Value.Text("020000004803"));
    assertThat(((Value.Fields) stood.get("mass")).get("value")).isEqualTo(new Value.Real(5000));
    Value.Fields rolled = (Value.Fields) axles.get(1);
    assertThat(rolled.get("mass")).isEqualTo(Value.ABSENT);
    assertThat(rolled.get("rawFrame")).isEqualTo(Value.ABSENT);
    assertThat(body.get("gross")).isEqualTo(Value.ABSENT);
    assertThat(body.get("axleCount")).isEqualTo(new Value.Whole(2));
  }
}
