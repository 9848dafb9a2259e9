// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.Scenes;
import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final Vehicle TRUCK = Scenes.truck(0.25, Pressure.FLATTENED);
  private static final RoadProfile ROUGH = RoadProfile.of(RoadSpec.B, 3);

  private static Passage over(RoadProfile road, Drive drive, double lateralM) {
    return Passage.over(road, TRUCK, drive, lateralM, -3, 12);
  }

  @Test
  void itIsOnTheSiteFromNoseToTail() {
    Passage passage = over(ROUGH, Drive.steady(10, 0, 20), 0);
    // nose 1.3 m ahead of the first axle, tail 4.8 + 2.0 m behind it
    assertThat(passage.onSite().fromS()).isCloseTo(10 - (3 + 1.3) / 20, within(1e-9));
    assertThat(passage.onSite().toS()).isCloseTo(10 + (12 + 6.8) / 20, within(1e-9));
    assertThat(passage.noseM(10)).isCloseTo(1.3, within(1e-9));
    assertThat(passage.tailM(10)).isCloseTo(-6.8, within(1e-9));
    assertThat(passage.axleM(1, 10)).isCloseTo(-4.8, within(1e-9));
  }

  @Test
  void bothSidesTogetherMakeTheAxle() {
    Passage passage = over(ROUGH, Drive.steady(10, 0, 20), 0);
    for (double t = 10; t < 10.5; t += 0.01) {
      double both = passage.wheelN(1, true, t) + passage.wheelN(1, false, t);
      assertThat(passage.axleN(1, t)).isEqualTo(both);
      assertThat(both).isBetween(0.3 * TRUCK.axles().get(1).staticN(), 2.0 * 90_000);
    }
  }

  @Test
  void whatItPressesThereDependsOnThePlaceNotOnTheTimeOfDay() {
    Passage now = over(ROUGH, Drive.steady(10, 0, 20), 0);
    Passage later = over(ROUGH, Drive.steady(1010, 0, 20), 0);
    for (double t = 10; t < 10.5; t += 0.01) {
      double force = now.axleN(0, t);
      assertThat(later.axleN(0, t + 1000)).isCloseTo(force, within(2e-3 * force));
    }
  }

  @Test
  void twoVehiclesOfOneMakeMeetTheSameBumps() {
    double[] slow = new double[20];
    double[] fast = new double[20];
    Passage a = over(ROUGH, Drive.steady(10, 0, 20), 0);
    Passage b = over(ROUGH, Drive.steady(10, 0, 20.4), 0);
    double together = 0;
    double slowSquare = 0;
    double fastSquare = 0;
    double staticN = TRUCK.axles().get(0).staticN();
    for (int i = 0; i < 20; i++) {
      double place = i * 0.5;
      slow[i] = a.axleN(0, 10 + place / 20) - staticN;
      fast[i] = b.axleN(0, 10 + place / 20.4) - staticN;
      together += slow[i] * fast[i];
      slowSquare += slow[i] * slow[i];
      fastSquare += fast[i] * fast[i];
    }
    assertThat(together / Math.sqrt(slowSquare * fastSquare)).isGreaterThan(0.8);
  }

  @Test
  void tyresAndBodyMoveSidewaysWithTheVehicle() {
    Passage passage = over(ROUGH, Drive.steady(10, 0, 20), 0.5);
    assertThat(passage.tyres(0, true).get(0).fromM()).isCloseTo(1.5 - 0.14, within(1e-9));
    assertThat(passage.tyres(0, false).get(0).toM()).isCloseTo(-0.5 + 0.14, within(1e-9));
    assertThat(passage.body().widthM()).isCloseTo(2.45, within(1e-9));
    assertThat(passage.body().fromM()).isCloseTo(0.5 - 1.225, within(1e-9));
  }

  @Test
  void aDriveThatStaysOnTheSiteIsRefused() {
    Drive stops = Drive.steady(0, -20, 10).thenUntil(-10).thenTo(0, 5);
    assertThatThrownBy(() -> over(ROUGH, stops, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("truck")
        .hasMessageContaining("leaves");
  }

  @Test
  void bodiesMustOwnAllAxles() {
    assertThatThrownBy(
            () ->
                new Vehicle("odd", "1-1", TRUCK.axles(), List.of(Body.rigid(3, 0, 1)), 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own 3 of 2 axles");
  }

  @Test
  void aVehicleAddsUp() {
    assertThat(TRUCK.staticN()).isCloseTo(15_000 * 9.80665, within(1e-6));
    assertThat(TRUCK.lengthM()).isCloseTo(8.1, within(1e-9));
    Axle rear = TRUCK.axles().get(1);
    assertThat(rear.leftN() + rear.rightN()).isCloseTo(rear.staticN(), within(1e-9));
    assertThat(rear.leftN()).isCloseTo(0.52 * rear.staticN(), within(1e-9));
  }
}
