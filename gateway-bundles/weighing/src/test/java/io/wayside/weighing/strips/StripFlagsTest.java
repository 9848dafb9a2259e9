// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Road.Axle;
import io.wayside.weighing.strips.Road.Vehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each doubt is raised by what it is about, and by nothing less. */
class StripFlagsTest {

  private static final double[] FOUR = StripWeighingTest.FOUR;
  private static final Vehicle TRUCK = new Vehicle(1.5, 22, 0, StripWeighingTest.semi());

  private static Road road(String more) {
    return new Road(Road.straight(FOUR, more), 5_000, 9);
  }

  private static MotionVehicle only(Road road) {
    List<MotionVehicle> found = road.noise(0.003, 4).weigh();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Flag> flags(Road road) {
    return List.copyOf(only(road).flags().all());
  }

  private static void silence(Road road, String channel, double fromS, double toS) {
    Arrays.fill(road.channel(channel), (int) (fromS * road.hertz), (int) (toS * road.hertz), 0);
  }

  @Test
  void aCleanVehicleHasNone() {
    assertThat(flags(road("").drive(TRUCK))).isEmpty();
    assertThat(flags(road(Road.LOOP).drive(TRUCK))).isEmpty();
  }

  @Test
  void withoutCalibrationAndVerification() {
    String bare = "{\"instrument\": \"t\", \"kind\": \"strips\", \"lines\": [";
    String half = "\"newtonsPerUnitMetre\": " + Road.constant();
    StripInstrument instrument =
        Road.instrument(
            bare + Road.line("a", 0, 0, half) + "," + Road.line("b", 3, 0, half) + "]}");
    assertThat(flags(new Road(instrument, 5_000, 6).drive(TRUCK)))
        .containsExactly(MotionFlags.NOT_VERIFIED, MotionFlags.UNCALIBRATED);
  }

  @Test
  void outsideTheVerifiedSpeed() {
    assertThat(flags(road("").drive(new Vehicle(1.5, 36, 0, StripWeighingTest.semi()))))
        .containsExactly(MotionFlags.SPEED_RANGE);
  }

  @Test
  void braking() {
    assertThat(flags(road("").drive(new Vehicle(1.5, 18, -3.5, StripWeighingTest.semi()))))
        .contains(MotionFlags.SPEED_CHANGE, MotionFlags.HARD_BRAKING);
  }

  @Test
  void againstTheDirection() {
    Road road = road("").drive(new Vehicle(3, -20, 0, mirrored(StripWeighingTest.semi())));
    MotionVehicle vehicle = only(road);
    assertThat(vehicle.flags().all()).containsExactly(MotionFlags.WRONG_WAY);
    assertThat(vehicle.speedMps()).isNegative();
    assertThat(vehicle.axles()).hasSize(5);
  }

  private static List<Axle> mirrored(List<Axle> axles) {
    return axles.stream().map(axle -> new Axle(-axle.behindM(), axle.wheels())).toList();
  }

  @Test
  void oneLineMissesAnAxle() {
    Road road = road("").drive(TRUCK);
    silence(road, "q2.left", 1.5 + (2.6 + 3.0) / 22, 1.5 + (2.6 + 4.5) / 22);
    MotionVehicle vehicle = only(road);
    assertThat(vehicle.axles()).hasSize(5);
    assertThat(vehicle.flags().all()).containsExactly(MotionFlags.MISSING_AXLE);
    assertThat(vehicle.axles().get(1).flags().has(MotionFlags.MISSING_AXLE)).isTrue();
  }

  @Test
  void theLineThatIsGoneByMissesAnAxle() {
    for (String line : List.of("q1", "q2", "q3", "q4")) {
      double at = FOUR[line.charAt(1) - '1'];
      for (double behind : new double[] {0, 3.7, 10.6, 11.9}) {
        Road road = road("").drive(TRUCK);
        silence(
            road, line + ".left", 1.5 + (at + behind - 0.5) / 22, 1.5 + (at + behind + .5) / 22);
        silence(
            road, line + ".right", 1.5 + (at + behind - 0.5) / 22, 1.5 + (at + behind + .5) / 22);
        MotionVehicle vehicle = only(road);
        assertThat(vehicle.axles()).as(line + " misses the axle at " + behind).hasSize(5);
        assertThat(vehicle.flags().all()).containsExactly(MotionFlags.MISSING_AXLE);
      }
    }
  }

  @Test
  void aPulseThatIsNoAxle() {
    Road road = road("").drive(TRUCK);
    double[] channel = road.channel("q3.right");
    int at = (int) ((1.5 + (6.1 + 6.5) / 22) * road.hertz);
    for (int i = 0; i < 50; i++) {
      channel[at + i] += Math.sin(Math.PI * i / 50);
    }
    MotionVehicle vehicle = only(road);
    assertThat(vehicle.axles()).hasSize(5);
    assertThat(vehicle.flags().all()).containsExactly(MotionFlags.GHOST_AXLE);
  }

  @Test
  void oneSideInTheOtherLane() {
    List<Axle> beside =
        StripWeighingTest.semi().stream()
            .map(axle -> new Axle(axle.behindM(), axle.wheels().subList(0, 1)))
            .toList();
    assertThat(flags(road("").drive(new Vehicle(1.5, 22, 0, beside))))
        .containsExactly(MotionFlags.ONE_SIDE_ONLY, MotionFlags.STRADDLING);
  }

  @Test
  void outerTyresBesideTheStripsAsADiagonalTells() {
    String half = "\"newtonsPerUnitMetre\": " + Road.constant();
    String diagonal =
        "{\"name\": \"d\", \"atM\": 4, \"angleDeg\": 45, \"widthM\": 0.06, \"halves\": ["
            + "{\"channel\": \"d\", \"side\": \"both\", "
            + half
            + "}]}";
    StripInstrument instrument =
        Road.instrument(
            "{\"instrument\": \"t\", \"kind\": \"strips\", "
                + "\"calibration\": {\"id\": \"c\", \"on\": \"2026-01-01\", \"by\": \"x\"}, "
                + "\"verified\": {\"speedKmh\": [10, 120]}, \"lines\": ["
                + Road.line("a", 0, 0, half)
                + ","
                + Road.line("b", 3, 0, half)
                + ","
                + diagonal
                + "]}");
    for (double offset : new double[] {-0.7, -0.2, 0, 0.2, 0.7}) {
      List<Axle> axles = new ArrayList<>();
      for (double behind : new double[] {0, 3.6, 4.9}) {
        axles.add(
            new Axle(
                behind,
                List.of(
                    new Road.Wheel(40_000, 0.22, 0.3, 0.95 + offset),
                    new Road.Wheel(40_000, 0.22, 0.3, -0.95 + offset))));
      }
      MotionVehicle vehicle =
          only(new Road(instrument, 5_000, 5).drive(new Vehicle(1.5, 20, 0, axles)));
      assertThat(vehicle.flags().has(MotionFlags.OFF_SCALE))
          .as("offset " + offset)
          .isEqualTo(Math.abs(offset) > 0.5);
      assertThat(vehicle.flags().all().size()).isLessThanOrEqualTo(1);
      assertThat(vehicle.axles()).hasSize(3);
      assertThat(vehicle.grossN() / 240_000).isBetween(0.995, 1.005);
    }
  }

  @Test
  void unevenlyLoaded() {
    List<Axle> uneven = List.of(Axle.of(0, 40_000, 20_000), Axle.of(4, 60_000, 30_000));
    assertThat(flags(road("").drive(new Vehicle(1.5, 22, 0, uneven))))
        .containsExactly(MotionFlags.UNBALANCED);
  }

  @Test
  void aMotorcycleIsNamedAndNotDoubted() {
    List<Axle> two =
        List.of(
            new Axle(0, List.of(new Road.Wheel(900, 0.12, 0.1, 0.5))),
            new Axle(1.3, List.of(new Road.Wheel(1200, 0.12, 0.1, 0.5))));
    MotionVehicle vehicle = only(road("").drive(new Vehicle(1.5, 15, 0, two)));
    assertThat(vehicle.flags().all()).containsExactly(MotionFlags.MOTORCYCLE);
    assertThat(vehicle.axles()).hasSize(2);
  }

  @Test
  void aConverterThatIsFull() {
    Road road = road("").drive(TRUCK).noise(0.003, 9);
    double[] channel = road.channel("q1.left");
    for (int i = 0; i < channel.length; i++) {
      channel[i] = Math.min(channel[i], 0.9);
    }
    assertThat(List.copyOf(road.weigh().get(0).flags().all())).contains(MotionFlags.CLIPPED);
  }

  @Test
  void oneLineThatReadsFarTooMuch() {
    Road road = road("").drive(TRUCK);
    for (String name : List.of("q4.left", "q4.right")) {
      double[] channel = road.channel(name);
      for (int i = 0; i < channel.length; i++) {
        channel[i] *= 1.6;
      }
    }
    MotionVehicle vehicle = only(road);
    assertThat(vehicle.flags().has(MotionFlags.SENSORS_DISAGREE)).isTrue();
    double error = Math.abs(vehicle.grossN() - TRUCK.grossN());
    assertThat(vehicle.grossUncertaintyN()).isGreaterThan(error);
    assertThat(error).isLessThan(0.06 * TRUCK.grossN());
  }

  @Test
  void samplesWereLostUnderIt() {
    Road road = road("").drive(TRUCK).noise(0.003, 4);
    StripWeighing weighing = new StripWeighing(road.instrument, road.channels);
    List<MotionVehicle> found = new ArrayList<>();
    weighing.samples(road.block(0, 9_500), found::add);
    weighing.samples(road.block(9_700, 45_000), found::add);
    weighing.finish(found::add);
    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            vehicle ->
                assertThat(MotionFlags.disqualifying(vehicle.flags()))
                    .containsAnyOf(MotionFlags.SAMPLES_LOST, MotionFlags.BEGAN_UNOBSERVED));
  }

  @Test
  void theSourceWentAwayUnderIt() {
    Road road = road("").drive(TRUCK).noise(0.003, 4);
    StripWeighing weighing = new StripWeighing(road.instrument, road.channels);
    List<MotionVehicle> found = new ArrayList<>();
    weighing.samples(road.block(0, 10_500), found::add);
    assertThat(found).isEmpty();
    weighing.interrupted(
        new Interruption(0, Interruption.Cause.LINK_DOWN, "converter gone"), found::add);
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(vehicle -> vehicle.flags().has(MotionFlags.SAMPLES_LOST));
  }

  @Test
  void itWasThereBeforeAnythingWasSeen() {
    Road road = road("").drive(new Vehicle(0.2, 22, 0, StripWeighingTest.semi()));
    assertThat(flags(road)).contains(MotionFlags.BEGAN_UNOBSERVED);
  }

  @Test
  void doubtsOfTheSamplesAreDoubtsOfTheVehicle() {
    Road road = road("").drive(TRUCK).noise(0.003, 4);
    StripWeighing weighing = new StripWeighing(road.instrument, road.channels);
    List<MotionVehicle> found = new ArrayList<>();
    Flag jittery = new Flag("clock-jitter");
    for (int from = 0; from < 45_000; from += 500) {
      SampleBlock block = road.block(from, from + 500);
      weighing.samples(
          from == 9_000
              ? new SampleBlock(
                  block.firstMonotonicNanos(),
                  block.intervalNanos(),
                  block.sequence(),
                  block.samples(),
                  Flags.of(jittery))
              : block,
          found::add);
    }
    weighing.finish(found::add);
    assertThat(found.get(0).flags().all()).containsExactly(jittery);
  }

  @Test
  void aLoopThatFeltNothing() {
    Road road = road(Road.LOOP).drive(TRUCK);
    Arrays.fill(road.channel("loop"), 0);
    assertThat(flags(road)).containsExactly(MotionFlags.NO_PRESENCE);
  }

  @Test
  void tailgatersUnderOneStretchOfTheLoop() {
    List<Axle> car = StripWeighingTest.car();
    Road road =
        road(Road.LOOP)
            .drive(
                new Vehicle(1.5, 22, 0, StripWeighingTest.semi()),
                new Vehicle(1.5 + 18.5 / 22, 25, 0, car));
    double[] loop = road.channel("loop");
    int first = 0;
    int last = 0;
    for (int i = 0; i < loop.length; i++) {
      if (loop[i] > 0) {
        first = first == 0 ? i : first;
        last = i;
      }
    }
    Arrays.fill(loop, first, last, 1); // merged
    List<MotionVehicle> found = road.noise(0.003, 1).weigh();
    assertThat(found).extracting(vehicle -> vehicle.axles().size()).containsExactly(5, 2);
    assertThat(found).allMatch(vehicle -> vehicle.flags().has(MotionFlags.TAILGATING));
  }

  @Test
  void twoThatMayBeOne() {
    List<Axle> axles = new ArrayList<>(StripWeighingTest.car());
    axles.add(Axle.of(13, 7000));
    axles.add(Axle.of(15.6, 7000));
    assertThat(flags(road("").drive(new Vehicle(1.5, 22, 0, axles))))
        .containsExactly(MotionFlags.POSSIBLE_TWO_VEHICLES);
  }

  @Test
  void itStopsOnALine() {
    Road road = new Road(Road.straight(FOUR, ""), 2_000, 30);
    List<Axle> car = StripWeighingTest.car();
    // Drives on, stands with an axle on the third line for some seconds, drives off again.
    double v = 5;
    Vehicle in = new Vehicle(3, v, 0, car);
    double stopAt = 3 + 6.1 / v;
    double standS = 6;
    road.drive(in);
    int stop = (int) (stopAt * road.hertz);
    int stand = (int) (standS * road.hertz);
    for (double[] channel : road.strips()) {
      double[] moved = channel.clone();
      Arrays.fill(channel, stop, stop + stand, moved[stop]);
      System.arraycopy(moved, stop, channel, stop + stand, channel.length - stop - stand);
    }
    List<MotionVehicle> found = road.noise(0.003, 2).weigh();
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(vehicle -> !MotionFlags.disqualifying(vehicle.flags()).isEmpty());
    assertThat(found.get(0).flags().has(MotionFlags.STOPPED_ON_SENSOR)).isTrue();
  }

  @Test
  void itTurnsBack() {
    Road road = new Road(Road.straight(FOUR, ""), 2_000, 30);
    // Front axle over two lines, then back.
    Vehicle in = new Vehicle(3, 5, -0.8, List.of(Axle.of(0, 50_000), Axle.of(25, 60_000)));
    List<MotionVehicle> found = road.drive(in).noise(0.003, 2).weigh();
    assertThat(found).allMatch(vehicle -> !MotionFlags.disqualifying(vehicle.flags()).isEmpty());
  }

  @Test
  void tooHot() {
    StripInstrument plain = Road.straight(FOUR, ", \"temperature\": {\"channel\": \"t\"}");
    assertThat(plain.temperatureChannel()).contains("t");
    String half = "\"newtonsPerUnitMetre\": " + Road.constant();
    half += ", \"temperatureFactors\": [[0, 1.0], [50, 0.5]]";
    StripInstrument instrument =
        Road.instrument(
            "{\"instrument\": \"t\", \"kind\": \"strips\", "
                + "\"calibration\": {\"id\": \"c\", \"on\": \"2026-01-01\", \"by\": \"x\"}, "
                + "\"verified\": {\"speedKmh\": [10, 120], \"temperatureC\": [-10, 40]}, "
                + "\"temperature\": {\"channel\": \"t\"}, \"lines\": ["
                + Road.line("a", 0, 0, half)
                + ","
                + Road.line("b", 3, 0, half)
                + "]}");
    Road road = new Road(instrument, 5_000, 6).drive(TRUCK);
    Arrays.fill(road.channel("t"), 25);
    MotionVehicle warm = only(road);
    assertThat(warm.flags().all()).isEmpty();
    assertThat(warm.grossN() / TRUCK.grossN()).isBetween(0.748, 0.752);
    assertThat(warm.temperatureC()).isEqualTo(25);
    Arrays.fill(road.channel("t"), 45);
    assertThat(flags(road)).containsExactly(MotionFlags.TEMPERATURE_RANGE);
    Arrays.fill(road.channel("t"), Double.NaN);
    assertThat(flags(road)).containsExactly(MotionFlags.TEMPERATURE_UNKNOWN);
  }
}
