// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.Pauses;
import io.wayside.uplink.delivery.Publications;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.Trouble;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.sparkplug.SparkplugSession;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live view's one thread: one connection after the other, never two at once. */
final class EdgeNode implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeNode.class);
  private static final Duration PROVEN_AFTER = Duration.ofSeconds(30);

  private final LiveViewPlan plan;
  private final Outbox outbox;
  private final MqttTransport transport;
  private final Pauses pauses;
  private final TimeSource time;
  private final NodeState state;
  private final NodeMail mail;
  private final Predicate<String> failedStations;
  private final SparkplugSession session;
  private int broker;

  EdgeNode(
      LiveViewPlan plan,
      Outbox outbox,
      MqttTransport transport,
      SparkplugSession session,
      Pauses pauses,
      Predicate<String> failedStations,
      TimeSource time,
      NodeState state,
      NodeMail mail) {
    this.plan = plan;
    this.outbox = outbox;
    this.transport = transport;
    this.session = session;
    this.pauses = pauses;
    this.failedStations = failedStations;
    this.time = time;
    this.state = state;
    this.mail = mail;
  }

  @Override
  public void run() {
    try {
      mail.rest(pauses.beforeTheFirst());
      while (!mail.stopping()) {
        mail.rest(attempt());
      }
    } catch (InterruptedException stopped) {
      LOG.debug("live view {} interrupted", plan.uplinkId());
    }
  }

  /** One try or one connection; returns how long to rest before the next. */
  private Duration attempt() throws InterruptedException {
    String address = plan.brokers().get(broker);
    mail.take(); // what an earlier connection left does not concern this one
    Connection connection;
    try {
      connection = transport.connect(connectPlan(address, session.begin()), mail);
    } catch (UncheckedIOException notKept) {
      state.numberNotKept(String.valueOf(notKept.getMessage()));
      return pauses.backoff().next();
    } catch (ConnectFailed failed) {
      nextBroker();
      state.troubled(failed.trouble(), String.valueOf(failed.getMessage()));
      return pauses.afterFailure(failed.trouble());
    }
    return live(connection, address);
  }

  private Duration live(Connection connection, String address) throws InterruptedException {
    long beganNanos = time.monotonicNanos();
    Trouble trouble = Trouble.UNREACHABLE;
    try {
      LOG.info(
          "live view {}: connected to {}, {} records wait",
          plan.uplinkId(),
          address,
          outbox.backlog());
      Life life =
          new Life(plan, outbox, connection, address, session, mail, failedStations, state, time);
      if (life.run() == Life.End.STOPPED) {
        return Duration.ZERO;
      }
      nextBroker();
    } catch (ConnectionLost lost) {
      broker = 0;
      trouble = lost.trouble();
      state.troubled(trouble, "broker " + address + ": connection lost: " + lost.getMessage());
    } catch (JournalException unreadable) {
      state.journalUnreadable("records cannot be read for sending: " + unreadable.getMessage());
    }
    connection.abandon();
    if (time.monotonicNanos() - beganNanos > PROVEN_AFTER.toNanos()) {
      pauses.backoff().reset();
    }
    return pauses.afterLoss(trouble);
  }

  private void nextBroker() {
    broker = (broker + 1) % plan.brokers().size();
  }

  private ConnectPlan connectPlan(String address, Message will) {
    return new ConnectPlan(
        address,
        plan.clientId(),
        plan.username(),
        plan.password(),
        plan.keepAlive(),
        plan.connectTimeout(),
        2 * plan.window(), // a record may bring the birth of its device
        Publications.of(will),
        plan.tls());
  }
}
