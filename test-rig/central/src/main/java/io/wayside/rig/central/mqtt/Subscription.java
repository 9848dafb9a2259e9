// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import io.wayside.rig.central.intake.Writer;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stays subscribed: a new client for each attempt, waits that grow and are drawn at random. */
public final class Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final long FIRST_WAIT_MS = 500;
  private static final long LONGEST_WAIT_MS = 30_000;
  private static final long END_MS = 3_000;

  private final String broker;
  private final String clientId;
  private final String[] filters;
  private final Writer writer;
  private final Clock clock;
  private final Runnable changed;
  private final Backoff backoff;
  private final Thread thread;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile @Nullable Session session;
  private volatile boolean connected;

  /**
   * @param broker address, such as {@code tcp://broker:1883}
   * @param clientId always the same for one store: the broker keeps what comes under this name
   * @param filters what to subscribe to
   * @param changed called when the connection is made or lost
   */
  public Subscription(
      String broker,
      String clientId,
      String[] filters,
      Writer writer,
      Clock clock,
      RandomGenerator random,
      Runnable changed) {
    this.broker = broker;
    this.clientId = clientId;
    this.filters = filters.clone();
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
      while (ending.getCount() > 0) {
        attempt();
        long waitMs = backoff.nextMs();
        if (ending.await(waitMs, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException toldToEnd) {
      LOG.debug("subscription interrupted");
    }
  }

  private void attempt() throws InterruptedException {
    Session current = null;
    try {
      current = new Session(broker, clientId, writer, clock);
      session = current;
      boolean kept = current.open(filters);
      say(true);
      LOG.info(
          "subscribed to {} as {}; the broker {}",
          broker,
          clientId,
          kept ? "had kept the session" : "starts a new session");
      backoff.succeeded();
      current.awaitLoss();
      if (ending.getCount() > 0) {
        LOG.warn("the connection to {} is lost; connecting again", broker);
      }
    } catch (MqttException failed) {
      LOG.warn(
          "the broker {} cannot be reached ({}); trying again within {} s; check the address, the"
              + " network and that the broker runs",
          broker,
          reason(failed),
          LONGEST_WAIT_MS / 1000);
    } finally {
      if (current != null) {
        current.end();
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

  private static String reason(MqttException failed) {
    Throwable cause = failed.getCause();
    return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
  }
}
