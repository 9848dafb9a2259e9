// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.motion.road.RoughnessIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
  static Stream<String> names() {
    return Scenarios.names().stream();
  }

  @Test
  void allNamedOnesAreThere() {
    assertThat(Scenarios.names())
        .containsExactlyInAnyOrder(
            "four-lines-class-i",
            "two-lines-class-i",
            "four-lines-road-b-drift",
            "platform-3m-low-speed",
            "static-platform",
            "bridge",
            "stop-and-go",
            "tailgating",
            "motorcycles",
            "straddling");
  }

  @Test
  void anUnknownOneIsRefusedWithThoseThatAreKnown() {
    assertThatThrownBy(() -> Scenarios.named("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("four-lines-class-i");
  }

  @ParameterizedTest
  @CsvSource({
    "four-lines-class-i, 1.1, 1.3",
    "platform-3m-low-speed, 1.1, 1.3",
    "bridge, 2.0, 2.4",
    "four-lines-road-b-drift, 4.0, 4.7",
  })
  void theRoadIsAsRoughAsTheDescriptionSays(String name, double least, double most) {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(RoughnessIndex.of(Scenarios.named(name).scene(seed).road()))
          .isBetween(least, most);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void vehiclesKeepTheGapOfTheirPlan(String name) {
    Scenario scenario = Scenarios.named(name);
    List<TrueVehicle> vehicles = vehicles(scenario, 15);
    for (int i = 1; i < vehicles.size(); i++) {
      TrueVehicle ahead = vehicles.get(i - 1);
      TrueVehicle behind = vehicles.get(i);
      // tail and nose are further from the axles than the gap can make up for
      double lastAxle = ahead.axles().get(ahead.axles().size() - 1).lineTimesS().get(0);
      double firstAxle = behind.axles().get(0).lineTimesS().get(0);
      assertThat(firstAxle - lastAxle).isGreaterThan(scenario.traffic().spacing().leastS());
      assertThat(behind.enterS()).isGreaterThan(ahead.enterS());
    }
  }

  @Test
  void onAStaticPlatformEachVehicleStandsWithAllAxlesOnIt() {
    Scenario scenario = Scenarios.named("static-platform");
    for (TrueVehicle vehicle : vehicles(scenario, 10)) {
      List<Double> first = vehicle.axles().get(0).lineTimesS();
      List<Double> last = vehicle.axles().get(vehicle.axles().size() - 1).lineTimesS();
      // the first axle leaves the platform at least six seconds after the last one came
      assertThat(first.get(1) - last.get(0)).isGreaterThan(6);
    }
  }

  @Test
  void onAStraddlingSiteTheNeighboursComeToo() {
    List<TrueVehicle> all = allVehicles(Scenarios.named("straddling"), 60);
    assertThat(all).anyMatch(TrueVehicle::neighbour);
    assertThat(all).anyMatch(v -> !v.neighbour() && Math.abs(v.lateralM()) > 0.6);
    assertThat(all).filteredOn(TrueVehicle::neighbour).allMatch(v -> v.lateralM() < -2);
  }

  @ParameterizedTest
  @MethodSource("names")
  void channelsShowTheVehiclesAndStayInTheirRange(String name) {
    MotionScene scene = Scenarios.named(name).scene(9);
    double[][] samples = scene.next((int) (60 * scene.rateHz()));
    int channel = 0;
    double most = Arrays.stream(samples[channel]).max().orElseThrow();
    for (double[] values : samples) {
      assertThat(Arrays.stream(values).allMatch(Double::isFinite)).isTrue();
    }
    double quiet = samples[channel][0];
    assertThat(most - quiet).isGreaterThan(0.1);
    assertThat(scene.channels()).hasSameSizeAs(samples);
  }

  private static List<TrueVehicle> vehicles(Scenario scenario, int count) {
    return allVehicles(scenario, count).stream().filter(v -> !v.neighbour()).toList();
  }

  private static List<TrueVehicle> allVehicles(Scenario scenario, int count) {
    MotionScene scene = scenario.scene(5);
    List<TrueVehicle> vehicles = new ArrayList<>();
    while (vehicles.size() < count) {
      scene.next((int) scene.rateHz());
      vehicles.addAll(scene.takeTruth());
    }
    return vehicles;
  }
}
