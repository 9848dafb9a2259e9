// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.control.BenchContact;
import io.wayside.tolling.control.BenchOutput;
import io.wayside.tolling.control.BenchReader;
import io.wayside.tolling.control.EndSigns;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.LaneSettings;
import io.wayside.tolling.control.SteppedTime;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.passage.LaneRole;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneSetupTest {

  private static final Path SHIPPED = Path.of("../../config");

  @TempDir Path folder;

  /** With the defaults the annotation gives. */
  static TollLaneConfig config(Object... namesAndValues) {
    Map<String, Object> given = new HashMap<>();
    given.put("station_id", "lane-1");
    given.put("stationNumber", "0017");
    given.put("laneNumber", "001");
    given.put("armingDevice", "l1");
    given.put("safetyDevice", "l3");
    given.put("raiseDevice", "raise");
    given.put("policy", "policy-example");
    given.put("fares", "fares-open-example");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return (TollLaneConfig)
        Proxy.newProxyInstance(
            LaneSetupTest.class.getClassLoader(),
            new Class<?>[] {TollLaneConfig.class},
            (proxy, method, arguments) ->
                given.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private LaneSettings settings(Object... namesAndValues) throws IOException, GarbledData {
    return new LaneSetup(config(namesAndValues), new SiteFiles(folder, SHIPPED, folder)).settings();
  }

  @Test
  void whatIsNotWrittenIsAsUsual() throws Exception {
    LaneSettings settings = settings();
    LaneRules usual = LaneRules.usual();
    assertThat(settings.rules()).isEqualTo(usual);
    assertThat(settings.openAtStart()).isTrue();
    assertThat(settings.layout().curtain()).isFalse();
    assertThat(settings.layout().armSwitches()).isFalse();
    assertThat(settings.origin().stream()).isEqualTo("toll.lane-1");
    assertThat(settings.shifts().changes()).isEmpty();
    assertThat(settings.outputLease()).isEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void whatIsWrittenCounts() throws Exception {
    LaneSettings settings =
        settings(
            "identifyMs",
            2_000,
            "threshold",
            0.8,
            "duplicateS",
            60,
            "clearMs",
            700,
            "curtainDevice",
            "curtain",
            "armUpDevice",
            "up",
            "armDownDevice",
            "down",
            "laneAntennas",
            new int[] {2, 3},
            "shiftChanges",
            new String[] {"14:00", "22:00"});
    assertThat(settings.rules().identifying().waitNanos()).isEqualTo(2_000_000_000L);
    assertThat(settings.rules().identifying().threshold()).isEqualTo(0.8);
    assertThat(settings.rules().identifying().duplicateNanos()).isEqualTo(60_000_000_000L);
    assertThat(settings.rules().arm().clearNanos()).isEqualTo(700_000_000L);
    assertThat(settings.layout().curtain()).isTrue();
    assertThat(settings.layout().armSwitches()).isTrue();
    assertThat(settings.layout().laneAntennas()).containsExactlyInAnyOrder(2, 3);
    assertThat(settings.shifts().changes()).hasSize(2);
  }

  @Test
  void aGateOfAClosedSystemSaysInItsRecordsWhichItIs() throws Exception {
    LaneSettings settings =
        settings(
            "fares",
            "fares-vn-130-2024-example",
            "role",
            LaneRole.EXIT,
            "entriesStation",
            "entries");
    assertThat(settings.origin().role()).isEqualTo(LaneRole.EXIT);
    assertThat(settings.origin().role().turned()).isEqualTo(LaneRole.ENTRY);
  }

  @Test
  void aReversibleLaneHasSettingsForBothWays() throws Exception {
    LaneSetup setup =
        new LaneSetup(
            config(
                "reversible",
                true,
                "curtainDevice",
                "curtain",
                "direction",
                "north",
                "reverseDirection",
                "south",
                "approachAntennas",
                new int[] {2},
                "reverseApproachAntennas",
                new int[] {3},
                "alone",
                LaneRules.Alone.REVIEW),
            new SiteFiles(folder, SHIPPED, folder));
    LaneSettings back = setup.turned().orElseThrow();
    assertThat(back.origin().direction()).isEqualTo("south");
    assertThat(back.origin().stream()).isEqualTo(setup.settings().origin().stream());
    assertThat(back.layout().approachAntennas()).containsExactly(3);
    assertThat(back.layout().laneAntennas()).containsExactly(1);
    assertThat(back.rules().alone()).isEqualTo(LaneRules.Alone.REVIEW);
    LaneSetup oneWay = new LaneSetup(config(), new SiteFiles(folder, SHIPPED, folder));
    assertThat(oneWay.turned()).isEmpty();
    LaneSetup blind =
        new LaneSetup(config("reversible", true), new SiteFiles(folder, SHIPPED, folder));
    assertThatThrownBy(blind::turned).hasMessageContaining("name its curtainDevice");
  }

  @Test
  void lightsOfALaneUsedBothWaysAreRedWithoutTheGateway() throws Exception {
    LaneSetup both =
        new LaneSetup(
            config(
                "reversible",
                true,
                "curtainDevice",
                "curtain",
                "reverseGreenDevice",
                "green-there",
                "reverseRedDevice",
                "red-there"),
            new SiteFiles(folder, SHIPPED, folder));
    both.requireSafeLights(lights(false, true, false, true));
    String[] wrong = {"green", "red", "green-there", "red-there"};
    for (int i = 0; i < wrong.length; i++) {
      LaneDevices devices = lights(i == 0, i != 1, i == 2, i != 3);
      assertThatThrownBy(() -> both.requireSafeLights(devices))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("devices." + wrong[i] + " ")
          .hasMessageContaining("set safeOn to " + (i % 2 == 1));
    }
    LaneSetup oneWay = new LaneSetup(config(), new SiteFiles(folder, SHIPPED, folder));
    oneWay.requireSafeLights(lights(true, false, true, false));
  }

  private static LaneDevices lights(
      boolean green, boolean red, boolean greenThere, boolean redThere) {
    SteppedTime time = new SteppedTime();
    BenchContact loop = new BenchContact("loop", time, Optional.of(false));
    return new LaneDevices(
        new BenchReader(time),
        loop,
        loop,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new BenchOutput("raise", time, true),
        Optional.empty(),
        Optional.of(new BenchOutput("green", time, green)),
        Optional.of(new BenchOutput("red", time, red)),
        Optional.empty(),
        Optional.empty(),
        new EndSigns(
            Optional.of(new BenchOutput("green-there", time, greenThere)),
            Optional.of(new BenchOutput("red-there", time, redThere)),
            Optional.empty()));
  }

  private void assertWrong(String words, Object... namesAndValues) {
    assertThatThrownBy(() -> settings(namesAndValues))
        .isInstanceOfAny(GarbledData.class, IOException.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatCannotBeMeantIsRefusedInWordsThatNameIt() throws Exception {
    assertWrong("fares-none.json is not there", "fares", "fares-none");
    assertWrong("set role of stations.lane-1", "fares", "fares-vn-130-2024-example");
    assertWrong("leave out role", "role", LaneRole.ENTRY);
    assertWrong(
        "name its entriesStation", "fares", "fares-vn-130-2024-example", "role", LaneRole.EXIT);
    assertWrong("say reversible", "reverseRedDevice", "red-there");
    assertWrong("name reverseRedDevice", "reversible", true, "reverseGreenDevice", "green-there");
    assertWrong("name redDevice", "reversible", true, "greenDevice", "green");
    assertWrong("armUpDevice and armDownDevice", "armUpDevice", "up");
    assertWrong("\"l1\" as armingDevice and as safetyDevice", "safetyDevice", "l1");
    assertWrong("\"raise\" as raiseDevice and as lowerDevice", "lowerDevice", "raise");
    assertWrong("\"17\" must have four digits", "stationNumber", "17");
    assertWrong("antenna", "laneAntennas", new int[0]);
    assertWrong("times such as 14:00", "shiftChanges", new String[] {"2 pm"});
    assertWrong("must follow each other", "shiftChanges", new String[] {"22:00", "14:00"});
    Path policy = folder.resolve("other.json");
    Files.writeString(
        policy,
        Files.readString(SHIPPED.resolve("tolling/policy-example.json")).replace("VND", "EUR"));
    assertWrong("use one currency", "policy", "other.json");
  }
}
