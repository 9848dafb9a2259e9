// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.clock.RigClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An iiod on the loopback address. Each client has a thread; from the seventeenth on they are hung
 * up on.
 */
public final class IiodServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IiodServer.class);

  /** Where iiod listens by default. */
  public static final int PORT = 30_431;

  private static final int MOST_CLIENTS = 16;

  private final List<IioDevice> devices;
  private final RigClock clock;
  private final IiodFaults faults = new IiodFaults();
  private final Map<Socket, Thread> clients = new HashMap<>();
  private final ServerSocket listener;
  private volatile Duration timeout = Duration.ofSeconds(1); // libiio's for local devices

  /**
   * Listens at once.
   *
   * @param port 0 takes a free one
   */
  public IiodServer(int port, List<IioDevice> devices, RigClock clock) throws IOException {
    this.devices = List.copyOf(devices);
    this.clock = clock;
    this.listener = new ServerSocket();
    listener.setReuseAddress(true);
    try {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      listener.close();
      throw new IOException(
          "TCP port " + port + " cannot be listened on; free it or choose another", e);
    }
    Thread thread = new Thread(this::accept, "iiod");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public IiodFaults faults() {
    return faults;
  }

  /** How many clients are connected. */
  public synchronized int connected() {
    return clients.size();
  }

  /** Hangs up on everybody; who calls again is let in. */
  public synchronized void hangUp() {
    clients.keySet().forEach(IiodServer::closeQuietly);
    clients.values().forEach(Thread::interrupt); // whoever waits for samples
  }

  List<IioDevice> devices() {
    return devices;
  }

  RigClock clock() {
    return clock;
  }

  /** One for all clients, as the context that iiod shares among them has it. */
  Duration timeout() {
    return timeout;
  }

  void timeout(Duration newTimeout) {
    timeout = newTimeout;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (!enter(client)) {
          client.close();
        }
      } catch (IOException e) {
        log.debug("iiod on port {} stops accepting: {}", port(), e.toString());
      }
    }
  }

  private synchronized boolean enter(Socket client) throws IOException {
    if (clients.size() >= MOST_CLIENTS || listener.isClosed()) {
      return false;
    }
    client.setTcpNoDelay(true);
    Thread thread = new Thread(() -> serve(client), "iiod-client");
    clients.put(client, thread);
    thread.setDaemon(true);
    thread.start();
    return true;
  }

  private void serve(Socket client) {
    try (IiodSession session = new IiodSession(this, client)) {
      session.run();
    } catch (IOException e) {
      log.debug("a client of iiod on port {} has gone: {}", port(), e.toString());
    } finally {
      closeQuietly(client);
      leave(client);
    }
  }

  private synchronized void leave(Socket client) {
    clients.remove(client);
  }

  private static void closeQuietly(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      log.debug("hanging up on {} failed; it is given up", client, e);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      log.debug("iiod cannot stop listening; it is given up", e);
    }
    hangUp();
  }
}
