// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.LaneRules.Arming;
import io.wayside.tolling.lane.LaneRules.Identifying;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.parkinglot.LotParts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the configuration of a parking lane means. */
final class ParkingLaneSetup {

  private static final long MS = 1_000_000;

  private ParkingLaneSetup() {}

  static LotParts.Settings settings(ParkingLaneConfig config) throws GarbledData {
    if (config.armUpDevice().isEmpty() != config.armDownDevice().isEmpty()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + " names one of armUpDevice and armDownDevice: where the arm is can be told with both"
              + " alone; name the other, or neither");
    }
    Wiring wiring = new Wiring(config.station_id());
    wiring.part("armingDevice", config.armingDevice());
    wiring.part("safetyDevice", config.safetyDevice());
    wiring.part("curtainDevice", config.curtainDevice());
    wiring.part("armUpDevice", config.armUpDevice());
    wiring.part("armDownDevice", config.armDownDevice());
    wiring.part("raiseDevice", config.raiseDevice());
    wiring.part("lowerDevice", config.lowerDevice());
    wiring.part("greenDevice", config.greenDevice());
    wiring.part("redDevice", config.redDevice());
    try {
      return new LotParts.Settings(
          config.station_id(),
          config.role().equals("exit"),
          rules(config),
          new Layout(
              ports(config.laneAntennas()),
              ports(config.approachAntennas()),
              !config.curtainDevice().isEmpty(),
              !config.armUpDevice().isEmpty(),
              config.standingRoom()),
          config.openAtStart(),
          Duration.ofMillis(config.outputLeaseMs()));
    } catch (IllegalArgumentException wrong) {
      throw new GarbledData("stations." + config.station_id() + ": " + wrong.getMessage());
    }
  }

  private static Set<Integer> ports(int... ports) {
    return Arrays.stream(ports).boxed().collect(Collectors.toUnmodifiableSet());
  }

  /** Who comes twice is the car park's to judge, so the lane itself holds no tag for a double. */
  private static LaneRules rules(ParkingLaneConfig config) {
    LaneRules usual = LaneRules.usual();
    Identifying identifying = usual.identifying();
    return new LaneRules(
        new Identifying(
            config.identifyMs() * MS,
            identifying.observeNanos(),
            identifying.settleNanos(),
            identifying.leadNanos(),
            identifying.silenceNanos(),
            identifying.officeNanos(),
            0,
            identifying.threshold(),
            identifying.late(),
            identifying.earlier(),
            identifying.margin(),
            identifying.floorDbm(),
            identifying.fullDbm()),
        usual.passing(),
        new Arming(usual.arm().openNanos(), usual.arm().closeNanos(), config.clearMs() * MS),
        usual.mostVehicles(),
        usual.mostTags(),
        usual.alone());
  }
}
