// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Wording.Language;
import io.wayside.core.device.Output;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.LaneSettings;
import io.wayside.tolling.control.OfficeTalk;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.display.DisplayWords;
import io.wayside.tolling.display.DriverBoard;
import io.wayside.tolling.display.DriverDisplay;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.passage.ShiftPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the configuration of a lane means. */
public final class LaneSetup {

  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  private final TollLaneConfig config;
  private final SiteFiles files;
  private final FareTable fares;
  private final Policy policy;

  public LaneSetup(TollLaneConfig config, SiteFiles files) throws IOException, GarbledData {
    this.config = config;
    this.files = files;
    this.fares = FareTable.from(files.document("the fare document", config.fares()));
    this.policy = Policy.from(files.document("the policy", config.policy()));
    requireRole();
    requireWiring();
    requireLights();
    if (!fares.currency().code().equals(policy.currency())) {
      throw new GarbledData(
          config.fares()
              + " is in "
              + fares.currency().code()
              + " and "
              + config.policy()
              + " in "
              + policy.currency()
              + ": limits cannot be held against fares; use one currency");
    }
    if (config.armUpDevice().isEmpty() != config.armDownDevice().isEmpty()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + " names one of armUpDevice and armDownDevice: where the arm is can be told with both"
              + " alone; name the other, or neither");
    }
  }

  private void requireRole() throws GarbledData {
    boolean closed = fares.system() == FareTable.Kind.CLOSED;
    if (closed == (config.role() == LaneRole.OPEN)) {
      throw new GarbledData(
          config.fares()
              + (closed
                  ? ": is of a closed system; set role of stations."
                  : ": is of an open system; leave out role of stations.")
              + config.station_id()
              + (closed ? " to ENTRY or EXIT" : ", or name the fares of a closed one"));
    }
    if (closed && config.entriesStation().isEmpty()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + " is a gate of a closed system: name its entriesStation, of type toll-entries");
    }
  }

  private void requireWiring() throws GarbledData {
    Wiring wiring = new Wiring(config.station_id());
    wiring.part("armingDevice", config.armingDevice());
    wiring.part("safetyDevice", config.safetyDevice());
    wiring.part("classingDevice", config.classingDevice());
    wiring.part("curtainDevice", config.curtainDevice());
    wiring.part("armUpDevice", config.armUpDevice());
    wiring.part("armDownDevice", config.armDownDevice());
    wiring.part("raiseDevice", config.raiseDevice());
    wiring.part("lowerDevice", config.lowerDevice());
    wiring.part("greenDevice", config.greenDevice());
    wiring.part("redDevice", config.redDevice());
    wiring.part("sirenDevice", config.sirenDevice());
    wiring.part("reverseGreenDevice", config.reverseGreenDevice());
    wiring.part("reverseRedDevice", config.reverseRedDevice());
    wiring.part("displayDevice", config.displayDevice());
    wiring.part("reverseDisplayDevice", config.reverseDisplayDevice());
  }

  private void requireLights() throws GarbledData {
    boolean green = !config.reverseGreenDevice().isEmpty();
    boolean red = !config.reverseRedDevice().isEmpty();
    boolean display = !config.reverseDisplayDevice().isEmpty();
    if ((green || red || display) && !config.reversible()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + " names lights or a display at its other end and is used one way; say reversible, or"
              + " leave them out");
    }
    if (config.reversible() && !config.greenDevice().isEmpty() && config.redDevice().isEmpty()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".greenDevice of a reversible lane needs a red light beside it, which is on while the"
              + " lane is used the other way; name redDevice");
    }
    if (green && !red) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".reverseGreenDevice needs a red light beside it, which is on while the lane is used"
              + " the other way; name reverseRedDevice");
    }
  }

  /**
   * What the lights of a reversible lane fall to when nobody tells them anything must be red at
   * both ends.
   */
  public void requireSafeLights(LaneDevices devices) throws GarbledData {
    if (!config.reversible()) {
      return;
    }
    for (Optional<Output> green : List.of(devices.green(), devices.against().green())) {
      if (green.isPresent() && green.get().safeState()) {
        throw unsafe(green.get(), "green", false);
      }
    }
    for (Optional<Output> red : List.of(devices.red(), devices.against().red())) {
      if (red.isPresent() && !red.get().safeState()) {
        throw unsafe(red.get(), "red", true);
      }
    }
  }

  private GarbledData unsafe(Output light, String colour, boolean safeOn) {
    return new GarbledData(
        "devices."
            + light.deviceId()
            + " is a "
            + colour
            + " light of stations."
            + config.station_id()
            + ", which is used both ways: its lights must be red when the gateway is away; set"
            + " safeOn to "
            + safeOn);
  }

  public FareTable fares() {
    return fares;
  }

  public Policy policy() {
    return policy;
  }

  public LaneSettings settings() throws GarbledData {
    try {
      return made();
    } catch (IllegalArgumentException wrong) {
      throw new GarbledData("stations." + config.station_id() + ": " + wrong.getMessage());
    }
  }

  /** The same lane the other way; empty when it cannot be turned. */
  public Optional<LaneSettings> turned() throws GarbledData {
    if (!config.reversible()) {
      return Optional.empty();
    }
    if (config.curtainDevice().isEmpty()) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + " is reversible: its loops change parts, so that only a curtain tells what is under"
              + " the arm; name its curtainDevice");
    }
    LaneSettings forward = settings();
    LaneOrigin origin = forward.origin();
    Set<Integer> ahead =
        config.reverseLaneAntennas().length == 0
            ? forward.layout().laneAntennas()
            : ports(config.reverseLaneAntennas());
    return Optional.of(
        new LaneSettings(
            new LaneOrigin(
                origin.station(),
                origin.lane(),
                config.reverseDirection(),
                origin.id(),
                origin.role().turned()),
            forward.shifts(),
            forward.rules(),
            new Layout(
                ahead,
                ports(config.reverseApproachAntennas()),
                forward.layout().curtain(),
                forward.layout().armSwitches(),
                forward.layout().standingRoom()),
            forward.openAtStart(),
            forward.outputLease()));
  }

  private LaneSettings made() throws GarbledData {
    return new LaneSettings(
        new LaneOrigin(
            config.stationNumber(),
            config.laneNumber(),
            config.direction(),
            config.station_id(),
            config.role()),
        shifts(),
        rules(),
        new Layout(
            ports(config.laneAntennas()),
            ports(config.approachAntennas()),
            !config.curtainDevice().isEmpty(),
            !config.armUpDevice().isEmpty(),
            config.standingRoom()),
        config.openAtStart(),
        Duration.ofMillis(config.outputLeaseMs()));
  }

  /** What the lane was told to be is kept here. */
  public Path orderFile() {
    return files.state().resolve("toll-lane").resolve(config.station_id() + ".order");
  }

  /** The lane's talk with its office; empty without one. */
  public Optional<OfficeTalk> office(@Nullable LaneOffice office) {
    return Optional.ofNullable(office)
        .map(there -> new OfficeTalk(there, policy.asksOffice(), policy.officeWithinMs() * MS));
  }

  /** What a display says of this lane; empty without one. */
  public Optional<DriverBoard> board(@Nullable DriverDisplay display)
      throws IOException, GarbledData {
    if (display == null) {
      return Optional.empty();
    }
    DisplayWords words =
        DisplayWords.from(files.document("the words of the display", config.displayWords()));
    return Optional.of(new DriverBoard(display, words, languages(), fares.currency().minorUnits()));
  }

  private List<Language> languages() throws GarbledData {
    List<String> named = List.of(config.displayLanguages());
    if (named.isEmpty() || !Set.of("vi", "en").containsAll(named)) {
      throw new GarbledData(
          "stations." + config.station_id() + ".displayLanguages must be vi, en or both");
    }
    return named.stream().map(each -> Language.valueOf(each.toUpperCase(Locale.ROOT))).toList();
  }

  /** The other lanes, by id. */
  public List<String> peers() {
    return List.of(config.plazaPeers());
  }

  private static Set<Integer> ports(int... ports) {
    return Arrays.stream(ports).boxed().collect(Collectors.toUnmodifiableSet());
  }

  private ShiftPlan shifts() throws GarbledData {
    try {
      return new ShiftPlan(
          fares.businessDay(), Arrays.stream(config.shiftChanges()).map(LocalTime::parse).toList());
    } catch (DateTimeException noTime) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".shiftChanges must be times such as 14:00: "
              + noTime.getMessage());
    }
  }

  private LaneRules rules() {
    LaneRules usual = LaneRules.usual();
    LaneRules.Identifying identifying = usual.identifying();
    LaneRules.Passing passing = usual.passing();
    return new LaneRules(
        new LaneRules.Identifying(
            config.identifyMs() * MS,
            identifying.observeNanos(),
            identifying.settleNanos(),
            identifying.leadNanos(),
            identifying.silenceNanos(),
            policy.asksOffice() ? policy.officeWithinMs() * MS : 0,
            config.duplicateS() * SECOND,
            config.threshold(),
            identifying.late(),
            identifying.earlier(),
            config.margin(),
            config.floorDbm(),
            config.fullDbm()),
        new LaneRules.Passing(
            passing.bridgeNanos(),
            passing.shortestNanos(),
            passing.backOutNanos(),
            passing.betweenNanos(),
            passing.leaveNanos(),
            passing.directNanos(),
            config.tailS() * SECOND,
            passing.trailerNanos(),
            passing.splitNanos()),
        new LaneRules.Arming(
            config.openWithinMs() * MS, config.closeWithinMs() * MS, config.clearMs() * MS),
        usual.mostVehicles(),
        usual.mostTags(),
        config.alone());
  }
}
