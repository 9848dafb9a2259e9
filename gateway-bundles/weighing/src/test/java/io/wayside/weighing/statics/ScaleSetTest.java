// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.ScaleKeys.TareKind;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Weigh;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Zero and tare are set while the station watches. */
class ScaleSetTest {

  private static final Tare FIVE_TONNES = new Tare(new Mass(5000), TareKind.WEIGHED);

  private final Weigh weigh = new Weigh(Rules.USUAL);

  @Test
  void aVehicleDuringWhichTheScaleWasSetSaysSoForEver() {
    weigh.hear(Readings.from(0).hold(0, 6).axle(5000)).scaleSet(10 * SECOND);
    weigh.hear(Readings.from(10.1).axle(9000).hold(0, 6));
    assertThat(weigh.only().flags().has(WeighingFlags.SCALE_SET)).isTrue();
    assertThat(weigh.only().grossKg()).hasValue(14_000);
  }

  @Test
  void betweenVehiclesNobodyIsFlagged() {
    weigh.hear(Readings.from(0).hold(0, 6)).scaleSet(6 * SECOND);
    weigh.hear(Readings.from(6.1).hold(0, 2).axle(5000).hold(0, 6));
    assertThat(weigh.only().flags().all()).isEmpty();
  }

  @Test
  void aZeroThatWasSeenBeforeIsNotTheZeroAfter() {
    weigh.hear(Readings.from(0).hold(60, 6));
    assertThat(weigh.weighing().situation().zeroOff()).isTrue();
    weigh.scaleSet(6 * SECOND);
    assertThat(weigh.weighing().situation().zeroKg()).isEmpty();
    weigh.hear(Readings.from(6.1).axle(5000).hold(0, 6));
    assertThat(weigh.only().flags().has(WeighingFlags.ZERO_UNCHECKED)).isTrue();
    assertThat(weigh.only().flags().has(WeighingFlags.ZERO_OFF)).isFalse();
  }

  @Test
  void aRestDoesNotReachAcrossTheSetting() {
    weigh.hear(Readings.from(0).hold(0, 6).hold(5000, 0.6)).scaleSet(6_600_000_000L);
    weigh.hear(Readings.from(6.6).hold(5000, 0.6).hold(0, 8));
    assertThat(weigh.only().grossKg()).isEmpty();
  }

  @Test
  void underATareThatTheScaleTellsAnAxleIsSeenByItsGrossAndNotWeighed() {
    weigh.hear(Readings.from(0).as(Basis.NET).hold(-5000, 6), FIVE_TONNES);
    assertThat(weigh.weighing().situation().phase()).isEqualTo(Phase.CLEAR);
    weigh.hear(Readings.from(6).as(Basis.NET).hold(0, 3).hold(-5000, 8), FIVE_TONNES);
    Vehicle seen = weigh.only(); // 5000 kg gross, that the display shows as nothing
    assertThat(seen.axles()).hasSize(1);
    assertThat(seen.axles().get(0).highestKg()).isEqualTo(5000);
    assertThat(seen.grossKg()).isEmpty();
    assertThat(seen.flags().has(WeighingFlags.NET_INDICATION)).isTrue();
    assertThat(seen.indicated().tare()).contains(FIVE_TONNES);
    assertThat(seen.indicated().bases()).containsExactly(Basis.NET);
  }

  @Test
  void noMassOfAnyVehicleIsEverNet() {
    Random random = new Random(11);
    for (int run = 0; run < 100; run++) {
      Weigh any = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6));
      double seconds = 6;
      for (int axle = 0; axle < 4; axle++) {
        boolean net = random.nextBoolean();
        Readings readings = Readings.from(seconds).as(net ? Basis.NET : Basis.GROSS);
        double shown = net ? -3000 : 7000; // 7 t on the platform under a tare of 10 t
        readings.hold(shown, 2).hold(net ? -10_000 : 0, 1.5);
        if (net) {
          any.hear(readings, new Tare(new Mass(10_000), TareKind.PRESET));
        } else {
          any.hear(readings);
        }
        seconds = readings.nowNanos() / 1e9;
      }
      any.hear(Readings.from(seconds).hold(0, 6));
      for (Vehicle vehicle : any.vehicles()) {
        assertThat(vehicle.axles())
            .allSatisfy(
                axle ->
                    assertThat(axle.deciding().map(p -> p.massKg()).orElse(7000.0))
                        .isEqualTo(7000));
        boolean anyNet = vehicle.indicated().bases().contains(Basis.NET);
        assertThat(vehicle.grossKg().isPresent()).isEqualTo(!anyNet);
      }
    }
  }
}
