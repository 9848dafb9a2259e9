// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.command.CommandDesk;
import io.wayside.uplink.delivery.Ceiling;
import io.wayside.uplink.delivery.Delivery;
import io.wayside.uplink.delivery.Parcel;
import io.wayside.uplink.delivery.Publications;
import io.wayside.uplink.delivery.SetAside;
import io.wayside.uplink.delivery.Terms;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Trouble;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import io.wayside.uplink.wire.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The uplink's one thread: connects, delivers, waits, connects again. */
final class Carrier implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
  private static final Duration WATCHDOG_STEP = Duration.ofSeconds(1);
  private static final Duration PROVEN_AFTER = Duration.ofSeconds(30);
  private static final Duration DRAIN_AT_STOP = Duration.ofMillis(1500);

  private final UplinkPlan plan;
  private final Outbox outbox;
  private final MqttTransport transport;
  private final Pauses pauses;
  private final TimeSource time;
  private final UplinkState state;
  private final Mailbox mailbox;
  private final Optional<CommandDesk> commands;
  private final PayloadProfile profile;
  private final Ceiling ceiling;
  private final long startedNanos;
  private int broker;
  private long sessions;
  private long connectedNanos;

  Carrier(
      UplinkPlan plan,
      PayloadProfile profile,
      Outbox outbox,
      MqttTransport transport,
      Pauses pauses,
      TimeSource time,
      UplinkState state,
      Mailbox mailbox,
      Optional<CommandDesk> commands) {
    this.plan = plan;
    this.outbox = outbox;
    this.transport = transport;
    this.pauses = pauses;
    this.time = time;
    this.state = state;
    this.mailbox = mailbox;
    this.commands = commands;
    this.profile = profile;
    this.ceiling = new Ceiling(plan.shaping().ceilingBitsPerS());
    this.startedNanos = time.monotonicNanos();
  }

  @Override
  public void run() {
    try {
      mailbox.rest(pauses.beforeTheFirst());
      while (!mailbox.stopping()) {
        mailbox.rest(guarded());
      }
    } catch (InterruptedException stopped) {
      LOG.debug("uplink {} interrupted", plan.uplinkId());
    }
  }

  /** A thread that ended would leave the link as it was last, up to the end of days. */
  private Duration guarded() throws InterruptedException {
    try {
      return session();
    } catch (RuntimeException | Error fault) {
      LOG.error(
          "uplink {} has a fault in itself; it connects anew, report it", plan.uplinkId(), fault);
      broker = (broker + 1) % plan.brokers().size();
      state.troubled(Trouble.UNREACHABLE, "fault in itself: " + fault);
      return pauses.afterLoss(Trouble.UNREACHABLE);
    }
  }

  /** One try or one session; returns how long to rest before the next. */
  private Duration session() throws InterruptedException {
    String address = plan.brokers().get(broker);
    mailbox.take(); // what an earlier session left does not concern this one
    Connection connection;
    try {
      connection = transport.connect(connectPlan(address), new Ears(mailbox, state, commands));
    } catch (ConnectFailed failed) {
      broker = (broker + 1) % plan.brokers().size();
      state.troubled(failed.trouble(), String.valueOf(failed.getMessage()));
      return pauses.afterFailure(failed.trouble());
    }
    Trouble trouble;
    try {
      deliver(connection, address);
      connection.disconnect();
      return Duration.ZERO;
    } catch (ConnectionLost lost) {
      broker = 0;
      trouble = lost.trouble();
      state.troubled(trouble, "broker " + address + ": connection lost: " + lost.getMessage());
    } catch (JournalException unreadable) {
      trouble = Trouble.UNREACHABLE;
      state.journalUnreadable("records cannot be read for sending: " + unreadable.getMessage());
    } catch (RuntimeException | Error fault) {
      connection.abandon();
      throw fault;
    }
    connection.abandon();
    return pauses.afterLoss(trouble);
  }

  private void deliver(Connection connection, String address)
      throws ConnectionLost, JournalException, InterruptedException {
    sessions++;
    connectedNanos = time.monotonicNanos();
    state.connected(address);
    for (String filter : commands.map(CommandDesk::filters).orElse(List.of())) {
      connection.subscribe(filter, new Ears(mailbox, state, commands));
    }
    // After the subscriptions: who answers a birth at once with a command is heard.
    publish(connection, profile.birth(here()), () -> {});
    LOG.info(
        "uplink {}: connected to {}, {} records wait", plan.uplinkId(), address, outbox.backlog());
    Delivery delivery =
        new Delivery(
            outbox,
            connection,
            profile,
            new Terms(plan.window(), plan.patience(), plan.telemetryExpiry(), plan.shaping()),
            ceiling,
            new Watching(),
            time.monotonicNanos());
    while (turn(delivery, connection)) {
      // a connection that is dropped at once must not reset the back-off
    }
    delivery.hurry();
    drain(delivery);
    publish(connection, profile.farewell(here(), "stopped"), mailbox::wake);
  }

  /** What becomes of records. */
  private final class Watching implements Delivery.Watch {
    @Override
    public void acknowledged(Parcel parcel) {
      mailbox.acknowledged(parcel);
    }

    @Override
    public void setAside(SetAside all) {
      state.setAside(all);
    }
  }

  private Session here() {
    Stamp now = time.now();
    return new Session(
        plan.uplinkId(),
        now.bootId(),
        sessions,
        now.wall(),
        Duration.ofNanos(now.monotonicNanos() - startedNanos));
  }

  private void publish(Connection connection, Message message, Runnable acknowledged)
      throws ConnectionLost {
    connection.publish(Publications.of(message, profile.contentType()), acknowledged);
  }

  /** Takes the mail, sends, and rests if there is nothing to do; false when it is time to stop. */
  private boolean turn(Delivery delivery, Connection connection)
      throws ConnectionLost, JournalException, InterruptedException {
    Mailbox.Mail mail = mailbox.take();
    if (mail.lost() != null) {
      throw new ConnectionLost(mail.lost().trouble(), mail.lost().reason(), null);
    }
    for (Publication answer : mail.answers()) {
      connection.publish(answer, () -> {});
    }
    long now = time.monotonicNanos();
    if (!mail.acknowledged().isEmpty() || now - connectedNanos > PROVEN_AFTER.toNanos()) {
      pauses.backoff().reset();
    }
    mail.acknowledged().forEach(parcel -> delivery.acknowledged(parcel, now));
    boolean more = delivery.step(now);
    if (!more && !mail.stopping()) {
      long rest = Math.min(WATCHDOG_STEP.toNanos(), delivery.restNanos(now));
      mailbox.await(Duration.ofNanos(rest));
    }
    return !mail.stopping();
  }

  /** Before an orderly end: what is waiting goes out if the link takes it in a short time. */
  private void drain(Delivery delivery)
      throws ConnectionLost, JournalException, InterruptedException {
    long deadline = time.monotonicNanos() + DRAIN_AT_STOP.toNanos();
    while (time.monotonicNanos() < deadline
        && (outbox.backlog() > delivery.setAside() || !delivery.settled())) {
      Mailbox.Mail mail = mailbox.take();
      if (mail.lost() != null) {
        throw new ConnectionLost(mail.lost().trouble(), mail.lost().reason(), null);
      }
      long now = time.monotonicNanos();
      mail.acknowledged().forEach(parcel -> delivery.acknowledged(parcel, now));
      if (!delivery.step(now)) {
        mailbox.awaitWhileStopping(Duration.ofMillis(20));
      }
    }
  }

  private ConnectPlan connectPlan(String address) {
    return new ConnectPlan(
        address,
        plan.clientId(),
        plan.username(),
        plan.password(),
        plan.keepAlive(),
        plan.connectTimeout(),
        plan.window(),
        Publications.of(profile.will(), profile.contentType()),
        plan.tls());
  }
}
