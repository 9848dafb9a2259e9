// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.centre.CentreLink;
import io.wayside.core.centre.Reach;
import io.wayside.core.command.CommandPath;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.transport.MqttTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** An uplink by MQTT as a component: configuration in, {@link Uplink} at work. */
@Component(
    name = "io.wayside.uplink.mqtt",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = Config.class, factory = true)
public final class MqttUplink implements HealthSource {

  private final String uplinkId;
  private final Optional<Uplink> uplink;
  private final UplinkState withoutTransport;
  private final ServiceRegistration<CentreLink> link;

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
    UplinkPlan plan = Settings.plan(config, identity(context));
    Outbox outbox = journal.outbox(uplinkId);
    this.withoutTransport = new UplinkState(time, outbox::backlog);
    withoutTransport.withoutTransport(Transports.missing(config.transport()));
    Optional<MqttTransport> transport = Transports.choose(config.transport(), transports);
    Optional<Uplink.Hearing> hearing =
        Settings.commands(config).map(rules -> new Uplink.Hearing(rules, path));
    this.uplink =
        transport.map(
            installed ->
                Uplink.start(plan, outbox, installed, hearing, time, RandomGenerator.getDefault()));
    // Not as a service of the component: the command path that it waits for waits for stations, and
    // a station that asks for the link would wait for the component.
    this.link =
        context.registerService(
            CentreLink.class, new Link(uplinkId, hearing.isPresent(), this::reach), null);
  }

  private record Link(String linkId, boolean carriesCommands, Supplier<Reach> now)
      implements CentreLink {
    @Override
    public Reach reach() {
      return now.get();
    }
  }

  @Deactivate
  void stop() {
    link.unregister();
    uplink.ifPresent(Uplink::close);
  }

  @Override
  public String healthId() {
    return "uplink." + uplinkId;
  }

  @Override
  public Health health() {
    return uplink.map(Uplink::health).orElseGet(withoutTransport::health);
  }

  private Reach reach() {
    return uplink.map(Uplink::reach).orElseGet(withoutTransport::reach);
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
