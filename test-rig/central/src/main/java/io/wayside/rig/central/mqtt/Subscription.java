// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.intake.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stays subscribed: a new client for each attempt, waits that grow and are drawn at random. */
public final class Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final long FIRST_WAIT_MS = 500;
  private static final long LONGEST_WAIT_MS = 30_000;
  private static final long END_MS = 3_000;
  private static final Duration STANDS = Duration.ofSeconds(10);

  private final BrokerPlan plan;
  private final Topics topics;
  private final Writer writer;
  private final Clock clock;
  private final Runnable changed;
  private final Backoff backoff;
  private final Thread thread;
  private final CountDownLatch ending = new CountDownLatch(1);
  private int receiveMaximum = Session.RECEIVE_MAXIMUM;
  private volatile @Nullable Session session;
  private volatile boolean connected;

  /**
   * @param changed called when the connection is made or lost
   */
  public Subscription(
      BrokerPlan plan,
      Topics topics,
      Writer writer,
      Clock clock,
      RandomGenerator random,
      Runnable changed) {
    this.plan = plan;
    this.topics = topics;
    this.writer = writer;
    this.clock = clock;
    this.changed = changed;
    this.backoff = new Backoff(FIRST_WAIT_MS, LONGEST_WAIT_MS, random);
    this.thread = new Thread(this::run, "central-subscription");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public boolean connected() {
    return connected;
  }

  public void end() throws InterruptedException {
    ending.countDown();
    Session current = session;
    if (current != null) {
      current.letGo();
    }
    thread.join(END_MS); // one that waits for a broker's answer ends by itself, storing nothing
  }

  private void run() {
    try {
      for (int attempt = 0; ending.getCount() > 0; attempt++) {
        attempt(plan.addresses().get(attempt % plan.addresses().size()));
        if (ending.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException toldToEnd) {
      LOG.debug("subscription interrupted");
    }
  }

  private void attempt(String broker) throws InterruptedException {
    Session current = null;
    try {
      current = Session.of(plan, broker, receiveMaximum, writer, clock);
      session = current;
      boolean kept = current.open(topics.statusFilters(), topics.recordFilters());
      Instant since = clock.instant();
      say(true);
      LOG.info(
          "subscribed to {} as {}; the broker {}",
          broker,
          plan.clientId(),
          kept ? "had kept the session" : "starts a new session");
      current.awaitLoss();
      // Not at once: two instances with one client id throw each other out in turn.
      if (Duration.between(since, clock.instant()).compareTo(STANDS) > 0) {
        backoff.succeeded();
      }
      if (ending.getCount() > 0) {
        LOG.warn("the connection to {} is lost; connecting again", broker);
      }
    } catch (SessionFailed failed) {
      LOG.warn(
          "the broker {} cannot be used ({}); trying again within {} s; check the address, the"
              + " network, the login and that the broker runs",
          broker,
          failed.getMessage(),
          LONGEST_WAIT_MS / 1000);
    } finally {
      if (current != null) {
        current.end();
        if (current.overrun()) {
          // Mosquitto 2.0 does, with what it kept for us: else we would never get it.
          LOG.warn("{} does not keep to a Receive Maximum; it is asked for none", broker);
          receiveMaximum = Session.NO_MAXIMUM;
        }
      }
      say(false);
    }
  }

  private void say(boolean now) {
    if (connected != now) {
      connected = now;
      changed.run();
    }
  }
}
