// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.TagRegister;
import io.wayside.tolling.parkinglot.CarPark;
import io.wayside.tolling.parkinglot.CarParkDoor;
import io.wayside.tolling.parkinglot.LiveCarPark;
import io.wayside.tolling.parkinglot.Opening;
import io.wayside.tolling.parkinglot.ParkCommands;
import java.io.IOException;
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

/** A car park, as the framework sees it. */
@Component(
    name = CarParkComponent.PID,
    configurationPid = CarParkComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {CarParkDoor.class, HealthSource.class, CommandHandler.class})
@Designate(ocd = CarParkConfig.class, factory = true)
public final class CarParkComponent implements CarParkDoor, HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.car-park";

  private final String id;
  private final LiveCarPark park;

  @Activate
  public CarParkComponent(
      CarParkConfig config,
      BundleContext context,
      @Reference(
              name = "lists",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable TagRegister lists,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    ParkSetup setup = new ParkSetup(config, SiteFiles.of(context));
    if (!config.listsStation().isEmpty() && lists == null) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ": lists "
              + config.listsStation()
              + " are not there yet; the car park opens when they are");
    }
    this.park =
        new LiveCarPark(
            new Opening.Parts(
                setup.settings(),
                setup.tariff(),
                setup.tagPays(Optional.ofNullable(lists)),
                journal,
                provenance,
                time));
  }

  @Deactivate
  void stop() throws InterruptedException {
    park.stop();
  }

  @Override
  public Optional<CarPark> carPark() {
    return park.carPark();
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return park.health();
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return ParkCommands.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return park.handle(command);
  }
}
