// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.command.CommandPath;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.command.CommandDesk;
import io.wayside.uplink.command.CommandIntake;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.command.CommandTopics;
import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.MqttTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
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

/** An uplink by MQTT: one outbox, one thread, one connection at a time. */
@Component(
    name = "io.wayside.uplink.mqtt",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = Config.class, factory = true)
public final class MqttUplink implements HealthSource {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final long STOP_PATIENCE_MS = 3500; // within the gateway's 5 s

  private final String uplinkId;
  private final UplinkState state;
  private final Mailbox mailbox = new Mailbox();
  private final Optional<CommandDesk> commands;
  private final AutoCloseable news;
  private final @Nullable Thread thread;

  /**
   * @param transports a change among them, such as an optional one that arrives, makes the uplink
   *     anew
   */
  @Activate
  public MqttUplink(
      BundleContext context,
      Config config,
      @Reference Journal journal,
      @Reference TimeSource time,
      @Reference(
              cardinality = ReferenceCardinality.MULTIPLE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Map.Entry<Map<String, Object>, MqttTransport>> transports,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable CommandPath path)
      throws JournalException {
    this.uplinkId = config.uplink_id();
    RandomGenerator random = RandomGenerator.getDefault();
    CarrierPlan plan = Settings.plan(config, identity(context), random);
    Outbox outbox = journal.outbox(uplinkId);
    this.state = new UplinkState(time, outbox::backlog);
    Optional<MqttTransport> transport = Transports.choose(config.transport(), transports);
    if (transport.isEmpty()) {
      state.withoutTransport(Transports.missing(config.transport()));
      this.commands = Optional.empty();
      this.news = () -> {};
      this.thread = null;
      return;
    }
    this.commands = Settings.commands(config).map(rules -> desk(plan, rules, path, time));
    Backoff backoff =
        new Backoff(
            FIRST_PAUSE,
            Duration.ofSeconds(Math.max(config.longestPauseS(), FIRST_PAUSE.toSeconds())),
            random);
    Carrier carrier =
        new Carrier(
            plan,
            config.profile().make(plan.tenant(), plan.gateway(), plan.release(), plan.clientId()),
            outbox,
            transport.get(),
            backoff,
            time,
            state,
            mailbox,
            commands);
    this.news = outbox.onNew(mailbox::wake);
    this.thread = new Thread(carrier, "uplink-" + uplinkId);
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  void stop() throws Exception {
    commands.ifPresent(CommandDesk::close);
    news.close();
    mailbox.stop();
    if (thread != null) {
      thread.join(STOP_PATIENCE_MS);
      thread.interrupt();
    }
  }

  @Override
  public String healthId() {
    return "uplink." + uplinkId;
  }

  @Override
  public Health health() {
    return state.health();
  }

  private CommandDesk desk(
      CarrierPlan plan, CommandRules rules, @Nullable CommandPath path, TimeSource time) {
    CommandIntake intake =
        new CommandIntake(
            plan.gateway(), CommandTopics.of(plan.tenant(), plan.gateway()), rules, path, time);
    return new CommandDesk("uplink-" + uplinkId + "-commands", intake, mailbox::answer);
  }

  private static Settings.Identity identity(BundleContext context) {
    return new Settings.Identity(
        property(context, "wayside.tenant"),
        property(context, "wayside.gateway"),
        property(context, "wayside.release"));
  }

  private static String property(BundleContext context, String name) {
    String value = context.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("framework property " + name + " is not set by the launcher");
    }
    return value;
  }
}
