// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Output;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.TagRegister;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.gate.GateTimes;
import io.wayside.tolling.gate.TapRules;
import io.wayside.tolling.gate.TokenBook;
import io.wayside.tolling.gate.ZoneFares;
import io.wayside.tolling.gatework.GateParts;
import io.wayside.tolling.gatework.GateTalk;
import io.wayside.tolling.gatework.TicketGate;
import io.wayside.tolling.plaza.PlazaLink;
import io.wayside.tolling.plaza.PlazaMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

/** A ticket gate, as the framework sees it. */
@Component(
    name = TicketGateComponent.PID,
    configurationPid = TicketGateComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = TicketGateConfig.class, factory = true)
public final class TicketGateComponent implements HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.ticket-gate";

  private static final long MS = 1_000_000;

  private final String id;
  private final TicketGate gate;
  private final Subscription others;

  @Activate
  public TicketGateComponent(
      TicketGateConfig config,
      BundleContext context,
      @Reference(name = "taps") SentenceSource taps,
      @Reference(name = "freeSide") Contact freeSide,
      @Reference(name = "safety") Contact safety,
      @Reference(name = "paidSide") Contact paidSide,
      @Reference(name = "fire") Contact fire,
      @Reference(name = "open") Output open,
      @Reference(
              name = "openOut",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Output openOut,
      @Reference(
              name = "lists",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable TagRegister lists,
      @Reference(
              name = "plaza",
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable PlazaLink plaza,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    require(config, config.openOutDevice(), openOut);
    require(config, config.listsStation(), lists);
    requireWiring(config);
    SiteFiles files = SiteFiles.of(context);
    TokenBook tokens = lists == null ? ListedTokens.none() : new ListedTokens(lists);
    this.gate =
        new TicketGate(
            new GateParts(
                settings(config),
                new GateParts.Devices(
                    taps, freeSide, safety, paidSide, fire, open, Optional.ofNullable(openOut)),
                fares(config, files),
                tokens,
                new KeptOrder(
                    files.state().resolve("ticket-gate").resolve(config.station_id() + ".order")),
                journal,
                provenance,
                time,
                talk(config, files, plaza, time)));
    this.others = plaza == null ? () -> {} : listen(plaza); // fails before anything moves
    gate.start();
  }

  /** Without a way between the gates what they say goes nowhere, and none is heard. */
  private static Optional<GateTalk> talk(
      TicketGateConfig config, SiteFiles files, @Nullable PlazaLink link, TimeSource time) {
    if (config.plazaPeers().length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new GateTalk(
            config.station_id(),
            link == null ? config.stop() : link.station(),
            PlazaBoot.next(
                files.state().resolve("ticket-gate").resolve(config.station_id() + ".boot"),
                time.now().wall().toEpochMilli()),
            List.of(config.plazaPeers()),
            config.mostJourneys(),
            config.passBackS() * 1_000L * MS,
            link == null ? message -> {} : link::say));
  }

  private Subscription listen(PlazaLink link) {
    return link.subscribe(
        new Listener<PlazaMessage>() {
          @Override
          public void received(PlazaMessage message) {
            gate.heard(message);
          }

          @Override
          public void interrupted(Interruption interruption) {
            // Silence is seen by the talk itself, gate by gate.
          }
        });
  }

  private static ZoneFares fares(TicketGateConfig config, SiteFiles files)
      throws IOException, GarbledData {
    ZoneFares fares = ZoneFares.from(files.document("the zone fares", config.fares()));
    if (!fares.zoneOf().containsKey(config.stop())) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".stop: "
              + config.fares()
              + " has no station \""
              + config.stop()
              + "\"; put it there or correct its name");
    }
    return fares;
  }

  static GateParts.Settings settings(TicketGateConfig config) throws GarbledData {
    try {
      return new GateParts.Settings(
          config.station_id(),
          config.stop(),
          new TapRules(
              Duration.ofSeconds(config.blockingS()),
              Duration.ofSeconds(config.passBackS()),
              Duration.ofMinutes(config.longestMin()),
              config.letOutWithoutTapIn()),
          new GateTimes(
              config.grantMs() * MS,
              config.closingMs() * MS,
              config.obstructedMs() * MS,
              config.mostAhead()),
          config.mostJourneys(),
          Duration.ofMillis(config.outputLeaseMs()));
    } catch (IllegalArgumentException wrong) {
      throw new GarbledData("stations." + config.station_id() + ": " + wrong.getMessage());
    }
  }

  private static void requireWiring(TicketGateConfig config) throws GarbledData {
    Wiring wiring = new Wiring(config.station_id());
    wiring.part("freeSideDevice", config.freeSideDevice());
    wiring.part("safetyDevice", config.safetyDevice());
    wiring.part("paidSideDevice", config.paidSideDevice());
    wiring.part("fireDevice", config.fireDevice());
    wiring.part("openDevice", config.openDevice());
    wiring.part("openOutDevice", config.openOutDevice());
  }

  private static void require(TicketGateConfig config, String named, @Nullable Object found)
      throws GarbledData {
    if (!named.isEmpty() && found == null) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ": "
              + named
              + " is not there yet; the gate begins when it is");
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    others.close();
    gate.stop();
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return gate.health();
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return TicketGate.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return gate.handle(command);
  }
}
