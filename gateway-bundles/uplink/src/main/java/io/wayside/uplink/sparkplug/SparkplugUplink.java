// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.Transports;
import io.wayside.uplink.transport.MqttTransport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** A Sparkplug B live view as a component: configuration in, {@link LiveView} at work. */
@Component(
    name = "io.wayside.uplink.sparkplug",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = SparkplugConfig.class, factory = true)
public final class SparkplugUplink implements HealthSource {

  private final String uplinkId;
  private final Optional<LiveView> view;
  private final NodeState withoutTransport;

  /** They come and go while the view stands; a station is known by its property. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(station.id=*)")
  private volatile List<HealthSource> stations = List.of();

  /**
   * @param transports a change among them, such as an optional one that arrives, makes the view
   *     anew
   */
  @Activate
  public SparkplugUplink(
      BundleContext context,
      SparkplugConfig config,
      @Reference Journal journal,
      @Reference TimeSource time,
      @Reference(
              cardinality = ReferenceCardinality.MULTIPLE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Map.Entry<Map<String, Object>, MqttTransport>> transports)
      throws JournalException {
    this.uplinkId = config.uplink_id();
    LiveViewPlan plan =
        SparkplugSettings.plan(
            config,
            new SparkplugSettings.Identity(
                property(context, "wayside.tenant"),
                property(context, "wayside.gateway"),
                property(context, "wayside.release"),
                Path.of(property(context, "wayside.state"))));
    Outbox outbox = journal.outbox(uplinkId);
    this.withoutTransport = new NodeState(time, outbox::backlog);
    withoutTransport.withoutTransport(Transports.missing(config.transport()));
    this.view =
        Transports.choose(config.transport(), transports)
            .map(
                installed ->
                    LiveView.start(
                        plan,
                        outbox,
                        installed,
                        new StationWatch(() -> stations),
                        time,
                        RandomGenerator.getDefault()));
  }

  @Deactivate
  void stop() {
    view.ifPresent(LiveView::close);
  }

  @Override
  public String healthId() {
    return "uplink." + uplinkId;
  }

  @Override
  public Health health() {
    return view.map(LiveView::health).orElseGet(withoutTransport::health);
  }

  private static String property(BundleContext context, String name) {
    String value = context.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("framework property " + name + " is not set by the launcher");
    }
    return value;
  }
}
