// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.parkinglot.CarParkDoor;
import io.wayside.tolling.parkinglot.LotCommands;
import io.wayside.tolling.parkinglot.NoReader;
import io.wayside.tolling.parkinglot.ParkingLane;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A parking lane, as the framework sees it. A device that is named and not there yet makes the lane
 * begin anew when it comes.
 */
@Component(
    name = ParkingLaneComponent.PID,
    configurationPid = ParkingLaneComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = ParkingLaneConfig.class, factory = true)
public final class ParkingLaneComponent implements HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.parking-lane";

  private final String id;
  private final ParkingLane lane;

  @Activate
  public ParkingLaneComponent(
      ParkingLaneConfig config,
      BundleContext context,
      @Reference(name = "carPark") CarParkDoor carPark,
      @Reference(
              name = "reader",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable TagSource reader,
      @Reference(name = "arming") Contact arming,
      @Reference(name = "safety") Contact safety,
      @Reference(
              name = "curtain",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Contact curtain,
      @Reference(
              name = "armUp",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Contact armUp,
      @Reference(
              name = "armDown",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Contact armDown,
      @Reference(name = "raise") Output raise,
      @Reference(
              name = "lower",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output lower,
      @Reference(
              name = "green",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output green,
      @Reference(
              name = "red",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output red,
      @Reference(name = "time") TimeSource time)
      throws GarbledData {
    this.id = "station." + config.station_id();
    require(config, config.lowerDevice(), lower);
    require(config, config.curtainDevice(), curtain);
    Path order =
        SiteFiles.of(context)
            .state()
            .resolve("parking-lane")
            .resolve(config.station_id() + ".order");
    this.lane =
        new ParkingLane(
            ParkingLaneSetup.settings(config),
            new LaneDevices(
                reader == null ? new NoReader() : reader,
                arming,
                safety,
                Optional.empty(),
                Optional.ofNullable(curtain),
                Optional.ofNullable(armUp),
                Optional.ofNullable(armDown),
                raise,
                Optional.ofNullable(lower),
                Optional.ofNullable(green),
                Optional.ofNullable(red),
                Optional.empty()),
            carPark,
            new KeptOrder(order),
            time);
    lane.start();
  }

  /** Without these the arm might be lowered on somebody, so the lane does not begin. */
  private static void require(ParkingLaneConfig config, String device, @Nullable Object found)
      throws GarbledData {
    if (!device.isEmpty() && found == null) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ": device "
              + device
              + " is not there yet; the lane begins when it is");
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    lane.stop();
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return lane.health();
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return LotCommands.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return lane.handle(command);
  }
}
