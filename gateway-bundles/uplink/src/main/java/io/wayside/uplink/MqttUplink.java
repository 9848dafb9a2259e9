// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.PahoTransport;
import io.wayside.uplink.wire.kura.KuraTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
  private final AutoCloseable news;
  private final Thread thread;

  @Activate
  public MqttUplink(
      BundleContext context, Config config, @Reference Journal journal, @Reference TimeSource time)
      throws JournalException {
    this.uplinkId = config.uplink_id();
    Outbox outbox = journal.outbox(uplinkId);
    this.state = new UplinkState(time, outbox::backlog);
    RandomGenerator random = RandomGenerator.getDefault();
    Backoff backoff =
        new Backoff(
            FIRST_PAUSE,
            Duration.ofSeconds(Math.max(config.longestPauseS(), FIRST_PAUSE.toSeconds())),
            random);
    Carrier carrier =
        new Carrier(
            plan(context, config, random),
            config
                .profile()
                .make(
                    property(context, "wayside.tenant"),
                    property(context, "wayside.gateway"),
                    property(context, "wayside.release"),
                    clientId(context, config)),
            outbox,
            new PahoTransport(),
            backoff,
            time,
            state,
            mailbox);
    this.news = outbox.onNew(mailbox::wake);
    this.thread = new Thread(carrier, "uplink-" + uplinkId);
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  void stop() throws Exception {
    news.close();
    mailbox.stop();
    thread.join(STOP_PATIENCE_MS);
    thread.interrupt();
  }

  @Override
  public String healthId() {
    return "uplink." + uplinkId;
  }

  @Override
  public Health health() {
    return state.health();
  }

  private static CarrierPlan plan(BundleContext context, Config config, RandomGenerator random) {
    String gateway = property(context, "wayside.gateway");
    Duration longest = Duration.ofSeconds(config.longestPauseS());
    return new CarrierPlan(
        config.uplink_id(),
        property(context, "wayside.tenant"),
        gateway,
        property(context, "wayside.release"),
        List.of(config.brokers()),
        clientId(context, config),
        config.username().isEmpty() ? Optional.empty() : Optional.of(config.username()),
        password(config.passwordFile()),
        config.window(),
        Duration.ofSeconds(config.keepAliveS()),
        Duration.ofSeconds(config.connectTimeoutS()),
        Duration.ofSeconds(config.patienceS()),
        Duration.ofMillis(random.nextLong(1000L * config.firstConnectWithinS() + 1)),
        longest.dividedBy(2).plusMillis(random.nextLong(longest.toMillis() / 2 + 1)));
  }

  /** Empty in the configuration: the gateway's id. */
  private static String clientId(BundleContext context, Config config) {
    String configured =
        config.clientId().isEmpty() ? property(context, "wayside.gateway") : config.clientId();
    return config.profile() == Profile.KURA ? KuraTopics.clientId(configured) : configured;
  }

  private static Optional<char[]> password(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (var lines = Files.lines(Path.of(file))) {
      return lines.findFirst().map(String::toCharArray);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalArgumentException(
          "password file "
              + file
              + " cannot be read: "
              + unreadable.getMessage()
              + "; create it with the password as its only line, readable by the gateway's user",
          unreadable);
    }
  }

  private static String property(BundleContext context, String name) {
    String value = context.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("framework property " + name + " is not set by the launcher");
    }
    return value;
  }
}
