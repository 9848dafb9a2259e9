// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.plaza.PlazaMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of the link: opens its socket, sends and hears, and opens it again when it failed. */
final class Carrier implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Carrier.class);

  private static final long WAIT_MS = 250;
  private static final long JOIN_MS = 1_000;

  private final String deviceId;
  private final HostPort listen;
  private final List<HostPort> peers;
  private final Doorman doorman;
  private final Listener<PlazaMessage> listeners;
  private final Backoff backoff;
  private final TimeSource time;
  private final Outbox outbox = new Outbox();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Socket open;
  private volatile Health health;
  private volatile Traffic traffic = new Traffic(0, 0, 0, 0, Map.of());
  private boolean interrupted;
  private long sentBefore;
  private long failedBefore;
  private long seenNanos;

  Carrier(
      String deviceId,
      HostPort listen,
      List<HostPort> peers,
      Doorman doorman,
      Listener<PlazaMessage> listeners,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = deviceId;
    this.listen = listen;
    this.peers = List.copyOf(peers);
    this.doorman = doorman;
    this.listeners = listeners;
    this.backoff = backoff;
    this.time = time;
    this.seenNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": not listening yet", seenNanos);
    this.thread = new Thread(this::run, "plaza-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  Traffic traffic() {
    return traffic;
  }

  void say(PlazaMessage message) {
    outbox.add(message);
    Socket socket = open;
    if (socket != null) {
      socket.wakeUp();
    }
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        carryUntilItBreaks();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("plaza {}: interrupted while waiting", deviceId);
    } finally {
      interrupt(Cause.STOPPED, "stopped", deviceId + ": the driver was stopped");
    }
  }

  private void carryUntilItBreaks() {
    try (Socket socket = Socket.open(listen, peers, time.monotonicNanos())) {
      long since = time.monotonicNanos();
      open = socket;
      interrupted = false;
      doorman.opened(since);
      backoff.reset();
      while (stop.getCount() > 0) {
        carry(socket, since);
      }
    } catch (IOException e) {
      interrupt(
          Cause.LINK_DOWN,
          "link-down",
          deviceId
              + ": cannot use "
              + listen
              + " ("
              + e.getMessage()
              + "); check that the address is this gateway's own and the port is free");
    } catch (RuntimeException e) {
      log.error("plaza {}: fault in the driver; opening the socket again", deviceId, e);
      interrupt(
          Cause.LINK_DOWN,
          "link-down",
          deviceId + ": fault in the driver (" + e + "); see the log");
    } finally {
      open = null;
    }
  }

  private void carry(Socket socket, long since) throws IOException {
    long begin = time.monotonicNanos();
    for (PlazaMessage message = outbox.next(); message != null; message = outbox.next()) {
      byte[] sealed = doorman.seal(message);
      socket.send(sealed);
      hear(sealed, begin); // the gateway's own lanes are told the same way
    }
    socket.resolve(begin);
    publish(socket, since, begin);
    socket.receive(WAIT_MS, datagram -> hear(datagram, time.monotonicNanos()));
    seenNanos = time.monotonicNanos();
    publish(socket, since, seenNanos);
  }

  private void hear(byte[] datagram, long now) {
    doorman.admit(datagram, now).ifPresent(listeners::received);
  }

  private void publish(Socket socket, long since, long now) {
    Health own = doorman.health(deviceId, since, now);
    Health line = socket.trouble(deviceId, own.sinceMonotonicNanos()).orElse(own);
    if (!line.sameAs(health)) {
      log.info("plaza {}: {} {}", deviceId, line.status(), line.message());
      health = line;
    }
    traffic =
        new Traffic(
            sentBefore + socket.sent(),
            failedBefore + socket.failed(),
            outbox.dropped(),
            doorman.heard(),
            doorman.refused());
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  private void interrupt(Cause cause, String code, String words) {
    sentBefore = traffic.sent();
    failedBefore = traffic.failed();
    Health now = new Health(Status.FAILED, code, words, time.monotonicNanos());
    if (!now.sameAs(health)) {
      log.info("plaza {}: {}", deviceId, words);
      health = now;
    }
    if (!interrupted) {
      interrupted = true;
      listeners.interrupted(new Interruption(seenNanos, cause, words));
    }
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    Socket socket = open;
    if (socket != null) {
      socket.wakeUp();
    }
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("plaza {}: still busy {} ms after the stop", deviceId, JOIN_MS);
    }
  }
}
