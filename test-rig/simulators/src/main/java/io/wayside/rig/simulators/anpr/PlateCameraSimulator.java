// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A plate camera that asks who is there, and tells its events to everybody who may hear them. */
public final class PlateCameraSimulator implements AutoCloseable {

  private static final int PLACES = 8;
  private static final int MOST_WAITING = 1_000;
  private static final String REALM = "camera";
  private static final String NONCE = "4d5451334e6a49324d54";

  private final EventForm form;
  private final String user;
  private final String password;
  private final LoopbackServer server;
  private final List<BlockingQueue<byte[]>> hearing = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private final AtomicInteger refused = new AtomicInteger();

  public PlateCameraSimulator(EventForm form, String user, String password) throws IOException {
    this.form = form;
    this.user = user;
    this.password = password;
    this.server = new LoopbackServer("plate-camera", 0, PLACES, this::serve);
  }

  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /** How many hear the events. */
  public int hearing() {
    return hearing.size();
  }

  /** How many were sent away. */
  public int refused() {
    return refused.get();
  }

  public void sees(SeenPlate plate) {
    form.event(plate).forEach(this::send);
  }

  public void beats() {
    send(form.heartbeat());
  }

  /** Bytes as they are. */
  public void send(byte[] bytes) {
    hearing.forEach(each -> each.offer(bytes));
  }

  /** Hangs up; until {@link #restore} nobody is answered. */
  public void drop() {
    down = true;
    hearing.clear();
    server.hangUp();
  }

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
      } else if (!knows(request)) {
        refused.incrementAndGet();
        answer(
            out,
            "401 Unauthorized",
            "WWW-Authenticate: Digest realm=\""
                + REALM
                + "\", nonce=\""
                + NONCE
                + "\", qop=\"auth\"\r\n");
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

  private boolean knows(Request request) {
    if (user.isEmpty()) {
      return true;
    }
    Map<String, String> said = request.identification();
    String who = md5(user + ":" + REALM + ":" + password);
    String what = md5("GET:" + request.path());
    String wanted =
        md5(
            String.join(
                ":",
                who,
                NONCE,
                said.getOrDefault("nc", ""),
                said.getOrDefault("cnonce", ""),
                "auth",
                what));
    return wanted.equals(said.get("response")) && request.path().equals(said.get("uri"));
  }

  private static String md5(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has MD5", missing);
    }
  }

  @Override
  public void close() {
    down = true;
    server.close();
  }

  /** The head of a request. */
  private record Request(String path, Map<String, String> headers) {

    static Request read(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0 || head.length() > 16_384) {
          throw new IOException("a request that is none");
        }
        head.append((char) next);
      }
      String[] lines = head.toString().split("\r\n", -1);
      Map<String, String> headers = new TreeMap<>();
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        if (colon > 0) {
          headers.put(
              lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
              lines[i].substring(colon + 1).strip());
        }
      }
      return new Request(lines[0].split(" ", -1)[1], headers);
    }

    Map<String, String> identification() {
      Map<String, String> said = new TreeMap<>();
      String text = headers.getOrDefault("authorization", "").replaceFirst("^Digest ", "");
      for (String pair : text.split(", ", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          said.put(
              pair.substring(0, equals).strip(),
              pair.substring(equals + 1).replaceAll("^\"|\"$", ""));
        }
      }
      return said;
    }
  }
}
