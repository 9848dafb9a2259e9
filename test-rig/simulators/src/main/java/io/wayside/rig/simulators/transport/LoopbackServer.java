// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves several clients on a loopback TCP port, each on a thread of its own. Who comes when all
 * places are taken is hung up on.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LoopbackServer.class);

  private final String name;
  private final int places;
  private final Service service;
  private final ServerSocket listener;
  private final Thread acceptor;
  private final Map<Socket, Thread> clients = new HashMap<>();

  /** What is done for one client, until it returns or fails; then the client is hung up on. */
  @FunctionalInterface
  public interface Service {
    void serve(Socket client) throws IOException;
  }

  /**
   * Listens at once.
   *
   * @param name of the threads
   * @param wanted port; 0 takes a free one
   * @param places clients at a time
   */
  public LoopbackServer(String name, int wanted, int places, Service service) throws IOException {
    int port = LoopbackPorts.orFree(wanted);
    this.name = name;
    this.places = places;
    this.service = service;
    this.listener = new ServerSocket();
    listener.setReuseAddress(true);
    try {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      Closing.quietly(listener);
      throw new IOException(
          "TCP port " + port + " cannot be listened on; free it or choose another", e);
    }
    acceptor = thread(this::accept, name);
    acceptor.start();
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many clients are connected. */
  public synchronized int connected() {
    return clients.size();
  }

  /** Hangs up on everybody; who calls again is let in. */
  public synchronized void hangUp() {
    clients.keySet().forEach(Closing::quietly);
    clients.values().forEach(Thread::interrupt);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (!enter(client)) {
          Closing.quietly(client);
        }
      } catch (IOException e) {
        log.debug("{} on port {} did not accept: {}", name, port(), e.toString());
      }
    }
  }

  private synchronized boolean enter(Socket client) throws IOException {
    if (clients.size() >= places || listener.isClosed()) {
      return false;
    }
    client.setTcpNoDelay(true);
    Thread thread = thread(() -> serve(client), name + "-client");
    clients.put(client, thread);
    thread.start();
    return true;
  }

  private void serve(Socket client) {
    try {
      service.serve(client);
    } catch (IOException e) {
      log.debug("a client of {} on port {} has gone: {}", name, port(), e.toString());
    } finally {
      Closing.quietly(client);
      leave(client);
    }
  }

  private synchronized void leave(Socket client) {
    clients.remove(client);
  }

  /** When this returns nobody is let in any more, and the port can be listened on again. */
  @Override
  public void close() {
    Closing.quietly(listener);
    hangUp();
    awaitAcceptor();
  }

  /** While a thread still waits in it, the system keeps a closed port open. */
  private void awaitAcceptor() {
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
