// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import io.wayside.rig.central.intake.Delivery;
import io.wayside.rig.central.intake.Writer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, used once: connect, subscribe, deliver until it is lost. Each message is
 * acknowledged by whoever stored it. The session at the broker outlives the connection.
 */
abstract class Session {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** How many messages the broker may have under way to us: what the writer's queue takes. */
  static final int RECEIVE_MAXIMUM = Writer.MOST_WAITING;

  /** The most a broker can have under way at all. */
  static final int NO_MAXIMUM = 65_535;

  static final int KEEP_ALIVE_S = 30;
  private static final long END_MS = 1_000;

  private final Writer writer;
  private final Clock clock;
  private final CountDownLatch lost = new CountDownLatch(1);
  private final ExecutorService deliveries =
      Executors.newSingleThreadExecutor(
          run -> {
            Thread thread = new Thread(run, "central-deliveries");
            thread.setDaemon(true);
            return thread;
          });

  Session(Writer writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * @param receiveMaximum where the protocol lets us say it
   */
  static Session of(BrokerPlan plan, String broker, int receiveMaximum, Writer writer, Clock clock)
      throws SessionFailed {
    return plan.group().isPresent()
        ? new SharedSession(plan, plan.group().get(), broker, receiveMaximum, writer, clock)
        : new SingleSession(plan, broker, writer, clock);
  }

  /**
   * Returns whether the broker had kept the session, with what came in the meantime.
   *
   * @param statuses filters every instance subscribes to
   * @param records filters the instances share
   */
  abstract boolean open(List<String> statuses, List<String> records)
      throws SessionFailed, InterruptedException;

  abstract CompletableFuture<?> disconnect();

  /** Whether it ended because the broker sent more than the Receive Maximum. */
  boolean overrun() {
    return false;
  }

  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  /** Makes whoever awaits the loss go on and end it. */
  void letGo() {
    lost.countDown();
  }

  /** Ends it; the broker keeps the session and what is not acknowledged. */
  void end() throws InterruptedException {
    deliveries.shutdownNow();
    try {
      disconnect().get(END_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notConnected) {
      LOG.debug("disconnect: {}", notConnected.toString());
    }
  }

  /** Where the library hands messages over; it may be kept waiting. */
  ExecutorService deliveries() {
    return deliveries;
  }

  /** On the deliveries' thread. */
  void deliver(String topic, ByteBuffer content, Runnable acknowledge) {
    byte[] payload = new byte[content.remaining()];
    content.get(payload);
    try {
      writer.hand(
          new Delivery(
              topic, payload, clock.instant().truncatedTo(ChronoUnit.MILLIS), acknowledge));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt(); // not acknowledged: it is delivered again
    }
  }
}
