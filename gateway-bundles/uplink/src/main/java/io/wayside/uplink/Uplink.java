// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.centre.Reach;
import io.wayside.core.command.CommandPath;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.command.CommandDesk;
import io.wayside.uplink.command.CommandIntake;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.command.CommandTopics;
import io.wayside.uplink.command.KuraIntake;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.wire.kura.KuraTopics;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One uplink at work, without a framework: one outbox, one thread, one connection at a time. The
 * component, the fleet simulator and the benchmarks all run this.
 */
public final class Uplink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
  private static final long STOP_PATIENCE_MS = 3500; // within the gateway's 5 s

  private final UplinkState state;
  private final Mailbox mailbox = new Mailbox();
  private final Optional<CommandDesk> commands;
  private final ReadAhead ahead;
  private final AutoCloseable news;
  private final Thread thread;

  /** Whose commands are heard, and where they go; the path may be missing while nothing hears. */
  public record Hearing(CommandRules rules, @Nullable CommandPath path) {}

  private Uplink(
      UplinkPlan plan,
      Outbox outbox,
      MqttTransport transport,
      Optional<Hearing> hearing,
      TimeSource time,
      RandomGenerator random) {
    this.state = new UplinkState(time, outbox::backlog);
    EarlyProfile profile =
        new EarlyProfile(
            plan.profile().make(plan.tenant(), plan.gateway(), plan.release(), plan.clientId()));
    this.ahead = new ReadAhead("uplink-" + plan.uplinkId(), outbox, time, early(profile));
    this.commands =
        hearing.map(heard -> desk(plan, heard, new Readings(plan, state, outbox::backlog, time)));
    Carrier carrier =
        new Carrier(
            plan,
            profile,
            ahead,
            transport,
            Pauses.draw(plan.firstConnectWithin(), plan.longestPause(), random),
            time,
            state,
            mailbox,
            commands);
    outbox.shareWithFresh(plan.shaping().freshSharePercent(), 100);
    this.news = outbox.onNew(mailbox::wake);
    this.thread = new Thread(carrier, "uplink-" + plan.uplinkId());
    thread.setDaemon(true);
  }

  /** Begins to deliver. */
  public static Uplink start(
      UplinkPlan plan,
      Outbox outbox,
      MqttTransport transport,
      Optional<Hearing> hearing,
      TimeSource time,
      RandomGenerator random) {
    Uplink uplink = new Uplink(plan, outbox, transport, hearing, time, random);
    uplink.thread.start();
    return uplink;
  }

  public Health health() {
    return state.health();
  }

  /** Whether commands can come. */
  public Reach reach() {
    return state.reach();
  }

  /** Sends what can still be sent in a short time, says goodbye and ends. */
  @Override
  public void close() {
    commands.ifPresent(CommandDesk::close);
    try {
      news.close();
      mailbox.stop();
      thread.join(STOP_PATIENCE_MS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (Exception notOurs) {
      LOG.warn("the outbox of the uplink did not let go: {}", notOurs.getMessage());
    }
    thread.interrupt();
    ahead.close();
  }

  private static ReadAhead.Listener early(EarlyProfile profile) {
    return new ReadAhead.Listener() {
      @Override
      public void read(JournalRecord record) {
        profile.prepare(record);
      }

      @Override
      public void dropped() {
        profile.forget();
      }
    };
  }

  private CommandDesk desk(UplinkPlan plan, Hearing hearing, Readings readings) {
    CommandIntake intake =
        new CommandIntake(
            plan.gateway(),
            CommandTopics.of(plan.tenant(), plan.gateway()),
            hearing.rules(),
            hearing.path(),
            readings.time());
    Optional<KuraIntake> requests =
        plan.profile() == Profile.KURA
            ? Optional.of(
                new KuraIntake(
                    new KuraTopics(plan.tenant(), plan.clientId()),
                    intake,
                    hearing.rules(),
                    readings.all(),
                    readings.time()))
            : Optional.empty();
    return new CommandDesk(
        "uplink-" + plan.uplinkId() + "-commands", intake, requests, mailbox::answer);
  }
}
