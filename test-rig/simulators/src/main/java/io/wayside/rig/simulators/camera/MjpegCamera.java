// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network camera on this machine: sends what it is told to everybody who asked. */
public final class MjpegCamera implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> watching = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String head =
      "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n";
  private volatile String challenge = "";
  private volatile boolean down;

  public MjpegCamera() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Thread thread = new Thread(this::accept, "mjpeg-camera");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/stream?id=1";
  }

  /** The head of the answer to the next one who asks. */
  public void answers(String head) {
    this.head = head;
  }

  /** Asks who is there before it answers. */
  public void asksWith(String challenge) {
    this.challenge = challenge;
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (down) {
          socket.close();
        } else {
          serve(socket);
        }
      } catch (IOException closed) {
        requests.add("broke off: " + closed);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return;
      }
      request.append((char) next);
    }
    requests.add(request.toString());
    boolean unknown = !challenge.isEmpty() && request.indexOf("Authorization:") < 0;
    String answer =
        unknown
            ? "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: "
                + challenge
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : head;
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    if (unknown) {
      socket.close();
    } else {
      watching.add(socket);
    }
  }

  public int watching() {
    return watching.size();
  }

  public void sendPicture(byte[] jpeg) {
    String part =
        "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
    byte[] before = part.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[before.length + jpeg.length + 2];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(jpeg, 0, all, before.length, jpeg.length);
    all[all.length - 2] = '\r';
    all[all.length - 1] = '\n';
    send(all);
  }

  public void send(byte[] bytes) {
    List<Socket> gone = new ArrayList<>();
    for (Socket socket : watching) {
      try {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
      } catch (IOException left) {
        gone.add(socket);
      }
    }
    watching.removeAll(gone);
  }

  /** Ends every answer; until {@link #restore()} nobody gets a new one. */
  public void drop() {
    down = true;
    for (Socket socket : watching) {
      try {
        socket.close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
    watching.clear();
  }

  public void restore() {
    down = false;
  }

  @Override
  public void close() {
    drop();
    try {
      server.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
