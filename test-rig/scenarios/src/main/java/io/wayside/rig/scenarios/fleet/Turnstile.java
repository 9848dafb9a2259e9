// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The transport of the whole fleet: passes everything to the real one and notes when somebody
 * tries, gets through and falls out. While it is held attempts wait, so that a broker that has just
 * started has its receiver before its senders.
 */
final class Turnstile implements MqttTransport {

  private final MqttTransport real;
  private final TimeSource time;
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
  private final Moments attempts = new Moments();
  private final Moments connects = new Moments();
  private final Map<String, Long> lastConnect = new ConcurrentHashMap<>(); // by client id

  Turnstile(MqttTransport real, TimeSource time) {
    this.real = real;
    this.time = time;
  }

  @Override
  public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
    attempts.mark(time.monotonicNanos());
    gate.readLock().lock();
    try {
      Connection connection = real.connect(plan, events);
      long now = time.monotonicNanos();
      connects.mark(now);
      lastConnect.put(plan.clientId(), now);
      return connection;
    } finally {
      gate.readLock().unlock();
    }
  }

  /** What is done while nobody gets through. */
  interface Work {
    void run() throws Exception;
  }

  void whileHeld(Work work) throws Exception {
    gate.writeLock().lock();
    try {
      work.run();
    } finally {
      gate.writeLock().unlock();
    }
  }

  Moments attempts() {
    return attempts;
  }

  Moments connects() {
    return connects;
  }

  /** How many different clients got through since a moment. */
  int connectedSince(long nanos) {
    return (int) lastConnect.values().stream().filter(at -> at >= nanos).count();
  }

  boolean connectedSince(String clientId, long nanos) {
    Long at = lastConnect.get(clientId);
    return at != null && at >= nanos;
  }
}
