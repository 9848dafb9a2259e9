// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A TCP link that can go half-open: after {@link #stall()} it swallows what comes from either side
 * and closes nothing, as a router does whose far side is gone.
 */
public final class StallingLink implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stalled;
  private volatile boolean jammed;

  public StallingLink(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    start("link-accept", this::accept);
  }

  public String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  public void stall() {
    stalled = true;
  }

  /** From now on nothing is even taken: writers on both sides come to a halt. */
  public void jam() {
    jammed = true;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // the other side or the test ended it
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = server.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(near);
      sockets.add(far);
      start("link-up", () -> copy(near, far));
      start("link-down", () -> copy(far, near));
    }
  }

  private void copy(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[8192];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (!stalled) {
        out.write(buffer, 0, n);
        out.flush();
      }
      if (jammed) {
        awaitTheEnd();
      }
    }
    if (!stalled) {
      to.close();
    }
  }

  private void awaitTheEnd() throws IOException {
    try {
      over.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("the link's thread was interrupted", ended);
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
