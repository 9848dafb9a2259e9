// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.delivery.Publications;
import io.wayside.uplink.sparkplug.NodeMail.Heard;
import io.wayside.uplink.sparkplug.NodeMail.Mail;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.wire.sparkplug.SparkplugSession;
import io.wayside.uplink.wire.sparkplug.SparkplugSession.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One connection of the edge node from its subscriptions to its death. */
final class Life {

  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration STATIONS_EVERY = Duration.ofSeconds(1);
  private static final long DEATH = Long.MAX_VALUE; // a number no barrier has

  /** Why it came to an end in order. */
  enum End {
    /** We are to stop. */
    STOPPED,
    /** The primary host is not here; perhaps it is at another broker. */
    HOST_ABSENT
  }

  private final LiveViewPlan plan;
  private final Outbox outbox;
  private final Connection connection;
  private final String address;
  private final SparkplugSession session;
  private final NodeMail mail;
  private final Predicate<String> failedStations;
  private final NodeState state;
  private final TimeSource time;
  private final long beganNanos;
  private @Nullable LiveDelivery delivery;
  private int unanswered;
  private long stationsNanos;

  Life(
      LiveViewPlan plan,
      Outbox outbox,
      Connection connection,
      String address,
      SparkplugSession session,
      NodeMail mail,
      Predicate<String> failedStations,
      NodeState state,
      TimeSource time) {
    this.plan = plan;
    this.outbox = outbox;
    this.connection = connection;
    this.address = address;
    this.session = session;
    this.mail = mail;
    this.failedStations = failedStations;
    this.state = state;
    this.time = time;
    this.beganNanos = time.monotonicNanos();
    this.stationsNanos = beganNanos;
  }

  /** Lives it. */
  End run() throws ConnectionLost, JournalException, InterruptedException {
    for (String filter : session.subscriptions()) {
      connection.subscribe(filter, mail);
      unanswered++;
    }
    state.subscribing(address);
    while (true) {
      Mail news = mail.take();
      if (news.lost() != null) {
        throw new ConnectionLost(news.lost().trouble(), news.lost().reason(), null);
      }
      if (hear(news) == Decision.LEAVE) {
        leave();
        return End.HOST_ABSENT;
      }
      if (news.stopping()) {
        leave();
        return End.STOPPED;
      }
      if (hostIsElsewhere()) {
        leave();
        return End.HOST_ABSENT;
      }
      Duration rest = unanswered > 0 ? requireAnswers() : step();
      if (!rest.isZero()) {
        mail.await(rest);
      }
    }
  }

  /** Takes in what came; births at once when they are wanted. */
  private Decision hear(Mail news) throws ConnectionLost {
    news.refusals().forEach(state::subscriptionRefused);
    state.passedOver(news.dropped());
    LiveDelivery at = delivery;
    if (at != null) {
      news.barriers().forEach(at::acknowledged);
    }
    boolean nowSubscribed = unanswered > 0 && news.answered() >= unanswered;
    unanswered = Math.max(0, unanswered - news.answered());
    Decision decision = nowSubscribed ? session.connected() : Decision.CARRY_ON;
    for (Heard heard : news.heard()) {
      Decision said = hear(heard);
      if (said == Decision.LEAVE) {
        return said;
      }
      decision = said == Decision.BIRTH ? said : decision;
    }
    if (decision == Decision.BIRTH || session.due(time.monotonicNanos()) == Decision.BIRTH) {
      birth();
    } else if (nowSubscribed) {
      state.waitingForHost(address, plan.primaryHost().orElse(""));
    }
    return Decision.CARRY_ON;
  }

  private Decision hear(Heard heard) {
    try {
      Decision decision = session.heard(heard.topic(), heard.payload(), time.monotonicNanos());
      if (decision == Decision.REFUSE) {
        state.passedOver(1);
      }
      return decision;
    } catch (GarbledData garbled) {
      state.garbled(heard.topic(), garbled);
      return Decision.CARRY_ON;
    }
  }

  private void birth() throws ConnectionLost {
    Instant now = time.now().wall();
    long monotonicNanos = time.monotonicNanos();
    LiveDelivery at = delivery;
    if (at == null) {
      at = new LiveDelivery(plan, outbox, connection, session, mail::barrier, monotonicNanos);
      delivery = at;
    }
    at.publish(session.births(now, monotonicNanos));
    state.live(address);
  }

  private Duration step() throws ConnectionLost, JournalException {
    LiveDelivery at = delivery;
    if (at == null) {
      return Duration.ofSeconds(1);
    }
    long monotonicNanos = time.monotonicNanos();
    Instant now = time.now().wall();
    if (monotonicNanos - stationsNanos > STATIONS_EVERY.toNanos()) {
      stationsNanos = monotonicNanos;
      at.publish(session.stations(failedStations, now));
    }
    return at.step(now, monotonicNanos);
  }

  private Duration requireAnswers() throws ConnectionLost {
    Duration waited = Duration.ofNanos(time.monotonicNanos() - beganNanos);
    if (waited.compareTo(plan.patience()) > 0) {
      throw new ConnectionLost("the broker does not answer the subscriptions", null);
    }
    return Duration.ofSeconds(1);
  }

  /** With one broker there is nowhere else to go. */
  private boolean hostIsElsewhere() {
    return !session.born()
        && unanswered == 0
        && plan.brokers().size() > 1
        && time.monotonicNanos() - beganNanos > plan.hostPatience().toNanos();
  }

  /** Publishes our death, which MQTT 3.1.1 does not when a connection ends in order. */
  private void leave() throws ConnectionLost, InterruptedException {
    LiveDelivery at = delivery;
    if (at != null) {
      at.barrier(time.monotonicNanos());
      connection.publish(Publications.of(session.death()), () -> mail.barrier(DEATH));
      long deadline = time.monotonicNanos() + LAST_WORDS.toNanos();
      boolean dead = false;
      while ((!dead || at.awaiting()) && time.monotonicNanos() < deadline) {
        mail.awaitWhileStopping(Duration.ofMillis(20));
        Mail news = mail.take();
        for (long number : news.barriers()) {
          if (number == DEATH) {
            dead = true;
          } else {
            at.acknowledged(number);
          }
        }
        if (news.lost() != null) {
          break;
        }
      }
    }
    connection.disconnect();
  }
}
