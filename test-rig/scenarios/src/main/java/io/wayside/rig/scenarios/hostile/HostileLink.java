// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import io.wayside.rig.scenarios.hostile.Combination.HalfOpen;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The way between a gateway and its broker; knows MQTT's packets well enough to do it harm. */
final class HostileLink implements AutoCloseable {

  private final int port;
  private final int broker;
  private final long patienceMs;
  private final Wiretap tap;
  private final Random random;
  private final Threads threads = new Threads();
  private final List<LinkConnection> connections = new CopyOnWriteArrayList<>();
  private volatile Weather weather;
  private volatile boolean refusedConnections;
  private HalfOpen nextHalfOpen = HalfOpen.NONE;
  private boolean wentHalfOpen;
  private @Nullable ServerSocket door;

  /**
   * @param broker its port on this machine
   * @param patienceMs of the uplink; late is measured by it
   */
  HostileLink(int broker, Weather weather, long patienceMs, Wiretap tap, long seed)
      throws IOException {
    this.broker = broker;
    this.weather = weather;
    this.patienceMs = patienceMs;
    this.tap = tap;
    this.random = new Random(seed);
    this.port = LoopbackPorts.free();
    open();
  }

  String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Connections come about again. */
  synchronized void open() throws IOException {
    if (door == null) {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      door = opened;
      threads.start("link-accept", () -> accept(opened), () -> {});
    }
  }

  /** No connection comes about, and those that stand are cut. */
  synchronized void shut() throws IOException {
    if (door != null) {
      door.close();
      door = null;
      refusedConnections = true;
      connections.forEach(LinkConnection::reset);
    }
  }

  /** From now on nothing is done to what passes; half-open connections stay so. */
  void heal() {
    weather = Weather.CALM;
  }

  /** All connections that stand, or the next that will; returns whether there was one. */
  synchronized boolean goHalfOpen(HalfOpen way) {
    List<LinkConnection> talking = connections.stream().filter(LinkConnection::talks).toList();
    talking.forEach(connection -> connection.goHalfOpen(way));
    wentHalfOpen |= !talking.isEmpty();
    nextHalfOpen = wentHalfOpen ? HalfOpen.NONE : way;
    return wentHalfOpen;
  }

  /** A broker took a gateway in; connections that are soon reset are caught here. */
  private synchronized void talks(LinkConnection connection) {
    if (nextHalfOpen != HalfOpen.NONE) {
      connection.goHalfOpen(nextHalfOpen);
      nextHalfOpen = HalfOpen.NONE;
      wentHalfOpen = true;
    }
  }

  /** Whether the broker's behaviour was felt. */
  boolean behaviourStruck(Behaviour behaviour) {
    return behaviour == Behaviour.REFUSES_CONNECTIONS
        ? refusedConnections
        : connections.stream().anyMatch(LinkConnection::maliceStruck);
  }

  private void accept(ServerSocket from) throws IOException {
    while (true) {
      Socket near = from.accept();
      Behaviour behaviour = weather.behaviour();
      Malice malice = Malice.of(behaviour, behaviourStruck(behaviour), random, patienceMs);
      Wiretap.Session session = tap.begin();
      Socket far = new Socket();
      try {
        far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), broker));
      } catch (IOException brokerIsDown) {
        near.close();
        continue;
      }
      LinkConnection connection =
          new LinkConnection(
              near,
              far,
              () -> weather,
              malice,
              session,
              this::talks,
              new Random(random.nextLong()));
      connections.add(connection);
      if (malice.dropsAtOnce()) {
        connection.reset();
      } else {
        connection.start(threads);
      }
    }
  }

  @Override
  public void close() throws IOException {
    shut();
    connections.forEach(LinkConnection::end);
    threads.close();
  }
}
