// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.camera.picture.GreyGrid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenes are drawn; time is simulated. */
class SceneWatchTest {

  private static final long STEP = 500_000_000L;

  /** What lasts longer is looked at every two seconds. */
  private static final int LONG_S = 250;

  private static final int ALARM_S = 20;

  private final Set<Trouble> ever = new TreeSet<>();
  private Scene scene = new Scene(1);
  private final SceneWatch watch = new SceneWatch(ALARM_S * 1_000_000_000L);
  private long now = 1_000_000_000_000L;

  private List<Trouble> pass(int seconds) {
    return pass(seconds, share -> {});
  }

  /** Lets time pass; the change hears how much of it has, 0 to 1. */
  private List<Trouble> pass(int seconds, Consumer<Double> change) {
    List<Trouble> last = List.of();
    long step = seconds > LONG_S ? 4 * STEP : STEP;
    long looks = seconds * 1_000_000_000L / step;
    for (int k = 1; k <= looks; k++) {
      change.accept(k / (double) looks);
      now += step;
      last = watch.look(scene.grid(), now);
      ever.addAll(last);
    }
    return last;
  }

  @Test
  void aRoadWithTrafficIsInOrder() {
    scene.vehicles = 6;
    pass(400);

    assertThat(ever).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"40,0", "-40,10", "0,30", "12,0", "70,70"})
  void aTurnedCameraIsToldAndStaysSoUntilItIsTurnedBack(int shiftX, int shiftY) {
    scene.vehicles = 4;
    pass(90);
    scene.shiftX = shiftX;
    scene.shiftY = shiftY;
    assertThat(pass(ALARM_S - 2)).isEmpty();
    assertThat(pass(10)).contains(Trouble.MOVED);
    assertThat(pass(600)).contains(Trouble.MOVED);
    scene.shiftX = 0;
    scene.shiftY = 0;

    assertThat(pass(30)).isEmpty();
  }

  @Test
  void aCameraThatShakesInTheWindIsNotMoved() {
    scene.vehicles = 4;
    pass(60);
    for (int k = 0; k < 200; k++) {
      scene.shiftX = (int) Math.round(9 * Math.sin(k));
      scene.shiftY = (int) Math.round(5 * Math.cos(1.7 * k));
      pass(1);
    }

    assertThat(ever).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void duskNightWithLampsAndDawnAreInOrder(long seed) {
    scene = new Scene(seed);
    scene.vehicles = 4;
    pass(120);
    pass(1_200, share -> scene.daylight = Math.pow(0.03, share));
    scene.lamplight = 1;
    scene.noise = 5;
    pass(900);
    scene.noise = 2;
    pass(1_200, share -> scene.daylight = Math.pow(0.03, 1 - share));
    scene.lamplight = 0;
    pass(300);

    assertThat(ever).isEmpty();
  }

  @Test
  void exposureStepsAreInOrder() {
    scene.vehicles = 3;
    pass(60);
    for (double gain : new double[] {0.4, 1.9, 0.7, 1.3, 0.3, 1}) {
      scene.gain = gain;
      pass(45);
    }

    assertThat(ever).isEmpty();
  }

  @Test
  void aWhiteVehicleThatFillsThePictureForSomeSecondsIsNoCover() {
    pass(60);
    scene.coveredShare = 0.9;
    scene.coverGrey = 240;
    pass(8);
    scene.coveredShare = 0;
    pass(60);

    assertThat(ever).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.0,60", "1.0,5", "0.7,180", "0.6,20"})
  void aCoveredLensIsToldAndClearsWhenItIsFree(double share, double grey) {
    pass(60);
    scene.coveredShare = share;
    scene.coverGrey = grey;
    assertThat(pass(ALARM_S - 2)).isEmpty();
    assertThat(pass(10)).contains(Trouble.COVERED);
    assertThat(pass(600)).contains(Trouble.COVERED);
    scene.coveredShare = 0;

    assertThat(pass(60)).isEmpty();
  }

  @Test
  void aPictureThatBecameDarkSlowlyIsDarkAndNothingElse() {
    pass(120);
    pass(2_400, share -> scene.daylight = Math.pow(0.03, share));
    pass(120);

    assertThat(ever).containsExactly(Trouble.DARK);
    pass(1_200, share -> scene.daylight = Math.pow(0.03, 1 - share));
    assertThat(pass(60)).isEmpty();
  }

  @Test
  void aBlurredPictureIsTold() {
    scene.vehicles = 3;
    pass(200);
    scene.blurPx = 2;
    assertThat(pass(3 * ALARM_S - 5)).isEmpty();
    assertThat(pass(15)).containsExactly(Trouble.BLURRED);
    scene.blurPx = 0;

    assertThat(pass(60)).isEmpty();
  }

  @Test
  void aFrozenPictureIsToldEvenIfAClockRunsInIt() {
    pass(60);
    GreyGrid still = scene.grid();
    for (int k = 0; k < 2 * ALARM_S + 4; k++) {
      int[] grey = still.grey().clone();
      for (int cell = 0; cell < 12; cell++) {
        grey[cell] = 1_000 + (k + cell) % 7 * 100;
      }
      now += STEP;
      ever.addAll(watch.look(new GreyGrid(grey, still.edges(), still.sharpness()), now));
    }
    assertThat(ever).containsExactly(Trouble.FROZEN);

    assertThat(pass(30)).isEmpty();
  }

  @Test
  void aHiddenPictureIsNotJudged() {
    int[] grey = new int[GreyGrid.COLUMNS * GreyGrid.ROWS];
    java.util.Arrays.fill(grey, GreyGrid.HIDDEN);
    for (int k = 0; k < 200; k++) {
      now += STEP;
      assertThat(watch.look(new GreyGrid(grey, 0, 0), now)).isEmpty();
    }
  }

  @Test
  void everyTroubleHasACodeAndARemedy() {
    for (Trouble trouble : Trouble.values()) {
      assertThat(trouble.code()).matches("picture-[a-z]+");
      assertThat(trouble.message()).contains(":");
    }
  }
}
