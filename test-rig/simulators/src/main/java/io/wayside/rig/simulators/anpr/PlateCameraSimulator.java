// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A plate camera that asks who is there, and tells its events to everybody who may hear them. */
public final class PlateCameraSimulator implements SimulatedPlateCamera {

  private static final int PLACES = 8;
  private static final int MOST_WAITING = 1_000;

  private final EventForm form;
  private final DigestLock lock;
  private final LoopbackServer server;
  private final List<BlockingQueue<byte[]>> hearing = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private final AtomicInteger refused = new AtomicInteger();

  public PlateCameraSimulator(EventForm form, String user, String password) throws IOException {
    this.form = form;
    this.lock = new DigestLock(user, password);
    this.server = new LoopbackServer("plate-camera", 0, PLACES, this::serve);
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public int hearing() {
    return hearing.size();
  }

  @Override
  public int refused() {
    return refused.get();
  }

  @Override
  public void sees(SeenPlate plate) {
    form.event(plate).forEach(this::send);
  }

  @Override
  public void beats() {
    send(form.heartbeat());
  }

  /** Bytes as they are. */
  public void send(byte[] bytes) {
    hearing.forEach(each -> each.offer(bytes));
  }

  @Override
  public void drop() {
    down = true;
    hearing.clear();
    server.hangUp();
  }

  @Override
  public void restore() {
    down = false;
  }

  private void serve(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    while (!down) {
      Request request = Request.read(in);
      if (!form.answers(request.path())) {
        answer(out, "404 Not Found", "");
      } else if (!lock.opens(request)) {
        refused.incrementAndGet();
        answer(out, "401 Unauthorized", DigestLock.CHALLENGE);
      } else {
        tell(out);
        return;
      }
    }
  }

  private static void answer(OutputStream out, String status, String header) throws IOException {
    out.write(Bytes.of("HTTP/1.1 ", status, "\r\n", header, "Content-Length: 0\r\n\r\n"));
    out.flush();
  }

  private void tell(OutputStream out) throws IOException {
    out.write(
        Bytes.of(
            "HTTP/1.1 200 OK\r\nMIME-Version: 1.0\r\nConnection: close\r\n",
            "Content-Type: multipart/mixed; boundary=" + form.boundary() + "\r\n\r\n"));
    out.flush();
    BlockingQueue<byte[]> mine = new ArrayBlockingQueue<>(MOST_WAITING);
    hearing.add(mine);
    try {
      while (!down) {
        byte[] next = mine.poll(50, TimeUnit.MILLISECONDS);
        if (next != null) {
          out.write(next);
          out.flush();
        }
      }
    } catch (InterruptedException hungUp) {
      Thread.currentThread().interrupt();
    } finally {
      hearing.remove(mine);
    }
  }

  @Override
  public void close() {
    down = true;
    server.close();
  }
}
