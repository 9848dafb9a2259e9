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
import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import io.wayside.tolling.office.work.OfficeAtWork;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A back office, as the framework sees it: a destination of the journal, asked by lanes. */
@Component(
    name = TollOfficeComponent.PID,
    configurationPid = TollOfficeComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {LaneOffice.class, HealthSource.class, CommandHandler.class})
@Designate(ocd = TollOfficeConfig.class, factory = true)
public final class TollOfficeComponent implements LaneOffice, HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.toll-office";

  private final String id;
  private final OfficeAtWork office;

  @Activate
  public TollOfficeComponent(
      TollOfficeConfig config,
      BundleContext context,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.office =
        new OfficeAtWork(
            new OfficeSetup(config, SiteFiles.of(context))
                .parts(journal, provenance, time, RandomGenerator.getDefault()));
    office.start();
  }

  @Deactivate
  void stop() throws InterruptedException {
    office.stop();
  }

  @Override
  public boolean isReachable() {
    return office.isReachable();
  }

  @Override
  public void ask(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer) {
    office.ask(question, withinNanos, answer);
  }

  @Override
  public OptionalLong settledThrough(String stream) {
    return office.settledThrough(stream);
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return office.health();
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return OfficeAtWork.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return office.handle(command);
  }
}
