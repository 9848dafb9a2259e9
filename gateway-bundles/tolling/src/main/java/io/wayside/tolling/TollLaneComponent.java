// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Output;
import io.wayside.core.device.PlateSource;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.tolling.book.TagRegister;
import io.wayside.tolling.control.Audience;
import io.wayside.tolling.control.EndSigns;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneCommands;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.LaneParts;
import io.wayside.tolling.control.PlazaTalk;
import io.wayside.tolling.control.TollLane;
import io.wayside.tolling.display.DriverDisplay;
import io.wayside.tolling.entries.EntryRegister;
import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaLink;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaRules;
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

/**
 * A toll lane, as the framework sees it. A device that is named and not there yet is waited for, or
 * makes the lane begin anew when it comes; until then it counts as occupied.
 */
@Component(
    name = TollLaneComponent.PID,
    configurationPid = TollLaneComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = TollLaneConfig.class, factory = true)
public final class TollLaneComponent implements HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.toll-lane";

  private final String id;
  private final TollLane lane;
  private final Subscription others;

  @Activate
  public TollLaneComponent(
      TollLaneConfig config,
      BundleContext context,
      @Reference(name = "reader") TagSource reader,
      @Reference(name = "arming") Contact arming,
      @Reference(name = "safety") Contact safety,
      @Reference(
              name = "classing",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Contact classing,
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
      @Reference(
              name = "reverseGreen",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output reverseGreen,
      @Reference(
              name = "reverseRed",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output reverseRed,
      @Reference(
              name = "display",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DriverDisplay display,
      @Reference(
              name = "reverseDisplay",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DriverDisplay reverseDisplay,
      @Reference(
              name = "siren",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output siren,
      @Reference(
              name = "plaza",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable PlazaLink plaza,
      @Reference(
              name = "office",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable LaneOffice office,
      @Reference(
              name = "entries",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable EntryRegister entries,
      @Reference(
              name = "plate",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable PlateSource plate,
      @Reference(
              name = "overview",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable FrameSource overview,
      @Reference(
              name = "classes",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable VehicleClassSource classes,
      @Reference(name = "lists") TagRegister lists,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    SiteFiles files = SiteFiles.of(context);
    LaneSetup setup = new LaneSetup(config, files);
    // Without the line that lowers, switching off the other would be taken for lowering.
    requireHere(config, config.lowerDevice(), lower);
    requireHere(config, config.reverseGreenDevice(), reverseGreen);
    requireHere(config, config.reverseRedDevice(), reverseRed);
    LaneDevices devices =
        new LaneDevices(
            reader,
            arming,
            safety,
            Optional.ofNullable(classing),
            Optional.ofNullable(curtain),
            Optional.ofNullable(armUp),
            Optional.ofNullable(armDown),
            raise,
            Optional.ofNullable(lower),
            Optional.ofNullable(green),
            Optional.ofNullable(red),
            Optional.ofNullable(siren),
            setup.board(display),
            new EndSigns(
                Optional.ofNullable(reverseGreen),
                Optional.ofNullable(reverseRed),
                setup.board(reverseDisplay)));
    setup.requireSafeLights(devices);
    this.lane =
        new TollLane(
            new LaneParts(
                setup.settings(),
                devices,
                lists,
                lists,
                setup.policy(),
                setup.fares(),
                talk(config, setup, plaza, time),
                setup.office(office),
                new KeptOrder(setup.orderFile()),
                journal,
                provenance,
                time,
                Audience.NONE,
                Optional.ofNullable(entries),
                setup.turned(),
                new EyesSetup(config, files).eyes(plate, overview, classes)));
    lane.start();
    this.others = plaza == null ? () -> {} : listen(plaza);
  }

  private static void requireHere(TollLaneConfig config, String id, @Nullable Output output)
      throws GarbledData {
    if (!id.isEmpty() && output == null) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ": output "
              + id
              + " is not there yet; the lane begins when it is");
    }
  }

  /** Without a way between the lanes what they say goes nowhere, and none is heard. */
  private static Optional<PlazaTalk> talk(
      TollLaneConfig config, LaneSetup setup, @Nullable PlazaLink link, TimeSource time) {
    if (setup.peers().isEmpty()) {
      return Optional.empty();
    }
    Plaza plaza =
        new Plaza(
            PlazaRules.usual(),
            link == null ? config.stationNumber() : link.station(),
            config.station_id(),
            PlazaBoot.next(
                setup.orderFile().resolveSibling(config.station_id() + ".boot"),
                time.now().wall().toEpochMilli()),
            setup.peers());
    return Optional.of(new PlazaTalk(plaza, link == null ? message -> {} : link::say));
  }

  private Subscription listen(PlazaLink link) {
    return link.subscribe(
        new Listener<PlazaMessage>() {
          @Override
          public void received(PlazaMessage message) {
            lane.plazaHeard(message);
          }

          @Override
          public void interrupted(Interruption interruption) {
            // Silence is seen by the plaza itself, lane by lane.
          }
        });
  }

  @Deactivate
  void stop() throws InterruptedException {
    others.close();
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
    return LaneCommands.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return lane.handle(command);
  }
}
