// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is usual on a lane is learnt; what is far from it is told. */
class SideBalanceTest {

  private final Random random = new Random(7);

  private static MotionAxle axle(double leftN, double rightN) {
    return new MotionAxle(
        0, leftN + rightN, 0, 20, leftN, rightN, MotionAxle.Tyres.NOT_TOLD, Flags.NONE);
  }

  private List<MotionAxle> truck(double middle, double spread) {
    double whole = middle + spread * random.nextGaussian();
    List<MotionAxle> axles = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double left = 0.5 + (whole + 0.01 * random.nextGaussian()) / 4;
      axles.add(axle(70_000 * left, 70_000 * (1 - left)));
    }
    return axles;
  }

  private SideBalance learnt(double middle, double spread) {
    SideBalance balance = new SideBalance();
    for (int i = 0; i < 500; i++) {
      balance.learn(truck(middle, spread));
    }
    return balance;
  }

  @Test
  void whatIsUsualHereIsNotFar() {
    SideBalance balance = learnt(0.1, 0.05);
    int far = 0;
    for (int i = 0; i < 1_000; i++) {
      far += balance.isFar(truck(0.1, 0.05)) ? 1 : 0;
    }
    assertThat(far).isLessThan(10);
  }

  @Test
  void aSideThatLostAThirdIsFar() {
    assertThat(learnt(0, 0.05).isFar(List.of(axle(24_000, 36_000), axle(30_000, 45_000)))).isTrue();
  }

  @Test
  void anAxleUnlikeTheOthersIsFarThoughTheVehicleIsEven() {
    List<MotionAxle> axles =
        List.of(axle(22_000, 35_000), axle(46_000, 44_000), axle(46_000, 44_000));
    assertThat(learnt(0, 0.05).isFar(axles)).isTrue();
    assertThat(new SideBalance().isFar(axles)).isTrue();
  }

  @Test
  void straddlersDoNotMakeStraddlingUsual() {
    SideBalance balance = new SideBalance();
    for (int i = 0; i < 600; i++) {
      balance.learn(i % 3 == 0 ? List.of(axle(20_000, 35_000)) : truck(0, 0.05));
    }
    assertThat(balance.isFar(List.of(axle(24_000, 36_000), axle(30_000, 45_000)))).isTrue();
  }

  @Test
  void oneSideAloneOrNoNumberIsLeftToOthers() {
    SideBalance balance = new SideBalance();
    balance.learn(List.of(axle(Double.NaN, 30_000)));
    assertThat(balance.isFar(List.of(axle(Double.NaN, 30_000)))).isFalse();
  }
}
