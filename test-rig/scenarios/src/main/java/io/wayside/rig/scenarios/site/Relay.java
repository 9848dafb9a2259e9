// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network between a gateway and its broker that can be cut and mended. */
public final class Relay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final int port = LoopbackPorts.free();
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket server;
  private @Nullable Thread acceptor;

  /** To a port on the loopback address. */
  public Relay(int target) throws IOException {
    this.target = target;
    mend();
  }

  /** What the gateway is told as its broker's address. */
  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** All connections break, and no new one comes about. */
  public void cut() throws IOException {
    Thread accepting = hangUp();
    if (accepting != null) {
      // While a thread still waits in it, the system keeps a closed port open.
      try {
        accepting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread hangUp() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
    return acceptor;
  }

  /** Connections come about again, at the same address. */
  public synchronized void mend() throws IOException {
    if (server == null) {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      server = listening;
      acceptor = run("relay-accept", () -> accept(listening));
    }
  }

  private void accept(ServerSocket listening) throws IOException {
    while (!listening.isClosed()) {
      Socket near = listening.accept();
      Socket far;
      try {
        far = new Socket(InetAddress.getLoopbackAddress(), target);
      } catch (IOException nobodyThere) {
        near.close();
        continue;
      }
      synchronized (this) {
        if (listening.isClosed()) {
          near.close();
          far.close();
          return;
        }
        open.add(near);
        open.add(far);
      }
      run("relay-up", () -> copy(near, far));
      run("relay-down", () -> copy(far, near));
    }
  }

  private void copy(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread run(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException cut) {
                LOG.debug("{} ends: {}", name, cut.getMessage());
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
