// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RadioTest {

  private static final double HZ = 921e6;
  private static final Antenna ANTENNA = new Antenna(1, new Point(11, 0, 5.5), 50, 8, 60);

  @Test
  void freeSpaceLossIsThatOfTheFormulaInKilometresAndMegahertz() {
    // ITU-R P.525: 32.45 + 20 log f(MHz) + 20 log d(km), rounded there to 0.05 dB.
    for (double d = 0.5; d < 100; d *= 1.7) {
      double itu = 32.45 + 20 * Math.log10(921) + 20 * Math.log10(d / 1000);
      assertThat(Propagation.freeSpaceLossDb(d, HZ)).isCloseTo(itu, within(0.01));
    }
  }

  @Test
  void freeSpaceLossGrowsBySixDecibelsWithEachDoubling() {
    double before = Propagation.freeSpaceLossDb(1, HZ);
    for (double d = 2; d < 1000; d *= 2) {
      double loss = Propagation.freeSpaceLossDb(d, HZ);
      assertThat(loss - before).isCloseTo(6.0206, within(1e-4));
      before = loss;
    }
  }

  @Test
  void reflectionsFadeAndAddButNotBeyondTheirSum() {
    Propagation propagation = new Propagation(0, 5.5, 3);
    SplittableRandom random = new SplittableRandom(4);
    double sum = 0;
    double least = 100;
    for (int i = 0; i < 5000; i++) {
      Point tag = new Point(random.nextDouble(-8, 10), random.nextDouble(-1, 1), 1.3);
      double beyond =
          propagation.lossDb(ANTENNA.at(), tag, HZ)
              - Propagation.freeSpaceLossDb(ANTENNA.at().distanceM(tag), HZ);
      // Road 0.4 and four scatterers of at most 0.3 each, all in step: 20 log 2.6.
      assertThat(beyond).isBetween(-8.3, 26.1);
      sum += beyond;
      least = Math.min(least, beyond);
    }
    assertThat(sum / 5000).isBetween(-2.0, 2.0);
    assertThat(least).as("somewhere they add").isLessThan(-2);
  }

  @Test
  void theFadingChangesOverCentimetresAndChannels() {
    Propagation propagation = new Propagation(0, 5.5, 3);
    double most = 0;
    double betweenChannels = 0;
    for (double x = -4; x < 6; x += 0.02) {
      Point here = new Point(x, 0, 1.3);
      double loss = propagation.lossDb(ANTENNA.at(), here, HZ);
      Point there = new Point(x + 0.1, 0, 1.3);
      most = Math.max(most, Math.abs(loss - propagation.lossDb(ANTENNA.at(), there, HZ)));
      betweenChannels =
          Math.max(
              betweenChannels, Math.abs(loss - propagation.lossDb(ANTENNA.at(), here, HZ + 2.5e6)));
    }
    assertThat(most).isGreaterThan(1);
    assertThat(betweenChannels).isGreaterThan(0.1);
  }

  @Test
  void theBeamIsHalvedAtHalfItsAngleAndNeverNegativeBeyondItsLobes() {
    Antenna level = new Antenna(1, new Point(0, 0, 5), 0, 8, 60);
    assertThat(level.gainDbiTowards(new Point(-10, 0, 5))).isCloseTo(8, within(1e-9));
    double side = 10 * Math.tan(Math.toRadians(30));
    assertThat(level.gainDbiTowards(new Point(-10, side, 5))).isCloseTo(5, within(1e-9));
    assertThat(level.gainDbiTowards(new Point(-10, -side, 5))).isCloseTo(5, within(1e-9));
    assertThat(level.gainDbiTowards(new Point(-10, 0, 5 - side))).isCloseTo(5, within(1e-9));
    assertThat(level.gainDbiTowards(new Point(10, 0, 5))).isEqualTo(8 - 25);
  }

  @Test
  void anAntennaThatLooksDownHasItsBeamOnTheRoadBeforeIt() {
    double onRoad = 11 - 5.5 / Math.tan(Math.toRadians(50));
    assertThat(ANTENNA.gainDbiTowards(new Point(onRoad, 0, 0))).isCloseTo(8, within(1e-9));
    assertThat(ANTENNA.gainDbiTowards(new Point(20, 0, 0))).isLessThan(0);
  }

  @Test
  void aTagAnswersLessTheWeakerTheWave() {
    AirLink link = AirLink.USUAL;
    double before = 1;
    for (double loss = 30; loss < 80; loss++) {
      double chance = link.answers(link.atChipDbm(8, loss));
      assertThat(chance).isBetween(0.0, 0.95).isLessThanOrEqualTo(before);
      before = chance;
    }
    assertThat(link.answers(-17)).isCloseTo(0.475, within(1e-9));
    assertThat(link.answers(-5)).isGreaterThan(0.94);
    assertThat(link.answers(-30)).isLessThan(1e-4);
  }

  @Test
  void theLossCountsTwiceInWhatIsHeard() {
    AirLink link = AirLink.USUAL;
    double near = link.heardDbm(link.atChipDbm(8, 40), 8, 40);
    double far = link.heardDbm(link.atChipDbm(8, 50), 8, 50);
    assertThat(near - far).isCloseTo(20, within(1e-9));
    // 30 + 8 + 1 - 40, back with 6 dB less: + 1 + 8 - 40.
    assertThat(near).isCloseTo(-38, within(1e-9));
  }

  @Test
  void whatTheReaderSaysIsWholeAndAsNoisyAsStated() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      int said = AirLink.saidDbm(-55.3, random);
      sum += said;
      squares += (said + 55.3) * (said + 55.3);
    }
    assertThat(sum / n).isCloseTo(-55.3, within(0.05));
    // Noise of 1 dB and rounding of 1/12.
    assertThat(squares / n).isCloseTo(1 + 1.0 / 12, within(0.05));
    assertThat(AirLink.saidDbm(-400, random)).isEqualTo(-128);
  }

  @Test
  void channelsHopAndAreAllUsed() {
    Channels channels = new Channels(new SplittableRandom(9));
    int[] used = new int[Channels.COUNT + 1];
    int hops = 0;
    int before = 0;
    for (long ms = 0; ms < 400_000; ms += 10) {
      int now = channels.at(ms * 1_000_000);
      used[now]++;
      hops += now == before ? 0 : 1;
      before = now;
    }
    assertThat(used[0]).isZero();
    for (int i = 1; i <= Channels.COUNT; i++) {
      assertThat(used[i]).isGreaterThan(2000);
      assertThat(Channels.hz(i)).isBetween(920e6, 923e6);
    }
    assertThat(hops).isBetween(700, 1000);
  }
}
