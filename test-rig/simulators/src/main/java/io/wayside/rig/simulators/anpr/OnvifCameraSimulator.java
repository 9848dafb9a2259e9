// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import io.wayside.rig.simulators.clock.Pause;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A camera of Profile M with pull points. Its clock stands, and is set by what it sees: by {@link
 * SeenPlate#at}.
 */
public final class OnvifCameraSimulator implements SimulatedPlateCamera {

  private static final int PLACES = 8;
  private static final int MOST_WAITING = 2_000;
  private static final Duration LOOKING = Duration.ofMillis(10);

  /** How it finds out who asks. */
  public enum Lock {
    /** By HTTP: 401 and Digest. */
    HTTP,
    /** By a token in the message: a fault without one. */
    TOKEN
  }

  /** What is wrong with it. */
  public enum Fault {
    NONE,
    /** Has no place for a further subscription. */
    REFUSES,
    /** Hangs up in the middle of what it says of events. */
    CUTS,
    /** Says of events what is no XML. */
    GARBAGE,
    /** Says of events what does not end. */
    FLOODS,
    /** Holds the connection and says nothing of events. */
    SILENT,
    /** Knows no renewing. */
    NO_RENEWING
  }

  /** A pull point of somebody. */
  private static final class Point {
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile long untilNanos;
    private volatile boolean asked;
  }

  private final boolean locked;
  private final Lock lock;
  private final DigestLock byHttp;
  private final TokenLock byToken;
  private final RealRigClock time = new RealRigClock();
  private final LoopbackServer server;
  private final Map<String, Point> points = new ConcurrentHashMap<>();
  private final AtomicInteger named = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger renewed = new AtomicInteger();
  private final AtomicInteger beats = new AtomicInteger();
  private final AtomicInteger subscribed = new AtomicInteger();
  private volatile Instant clock;
  private volatile Fault fault = Fault.NONE;
  private volatile Duration most = Duration.ofMinutes(10);
  private volatile boolean down;

  /**
   * @param user empty: lets everybody in
   * @param clock what its clock shows
   */
  public OnvifCameraSimulator(Lock lock, String user, String password, Instant clock)
      throws IOException {
    this.lock = lock;
    this.locked = !user.isEmpty();
    this.byHttp = new DigestLock(user, password);
    this.byToken = new TokenLock(user, password);
    this.clock = clock;
    this.server = new LoopbackServer("onvif-camera", 0, PLACES, this::serve);
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public int hearing() {
    return (int) points.values().stream().filter(point -> point.asked).count();
  }

  @Override
  public int refused() {
    return refused.get();
  }

  /** How often a subscription was made longer. */
  public int renewed() {
    return renewed.get();
  }

  /** How many subscriptions there were. */
  public int subscribed() {
    return subscribed.get();
  }

  /** How many there are, heard or not. */
  public int subscriptions() {
    return points.size();
  }

  /** From now on. */
  public void has(Fault what) {
    fault = what;
  }

  /** Subscriptions last no longer than this, whatever is asked. */
  public void grants(Duration longest) {
    most = longest;
  }

  /** Forgets all subscriptions, as after a restart. */
  public void forgets() {
    points.clear();
  }

  @Override
  public void sees(SeenPlate plate) {
    clock = plate.at();
    says(OnvifForm.plate(plate));
  }

  /** A plate as the state of a property. */
  public void sees(SeenPlate plate, String operation) {
    String event = OnvifForm.plate(plate);
    says(event.replace("\"><tt:Source>", "\" PropertyOperation=\"" + operation + "\"><tt:Source>"));
  }

  /** An event of another topic. */
  public void sees(String topic, String item, String value) {
    says(OnvifForm.message(topic, clock, "", "", OnvifForm.simple(item, value)));
  }

  private void says(String notification) {
    points.values().forEach(point -> point.waiting.offer(notification));
  }

  /** Answers with nothing before it ought to: the standard has no heartbeat. */
  @Override
  public void beats() {
    beats.incrementAndGet();
  }

  @Override
  public void drop() {
    down = true;
    points.clear();
    server.hangUp();
  }

  @Override
  public void restore() {
    down = false;
  }

  private void serve(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    try {
      while (!down) {
        answer(Request.read(in), out);
      }
    } catch (InterruptedException hungUp) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    String message = request.body();
    if (message.contains("GetSystemDateAndTime")) {
      send(out, 200, "", OnvifForm.time(clock));
    } else if (!request.path().matches("/{1,2}onvif/.*")) {
      send(out, 404, "", "");
    } else if (locked && lock == Lock.HTTP && !byHttp.opens(request)) {
      refused.incrementAndGet();
      send(out, 401, DigestLock.CHALLENGE, "");
    } else if (locked && lock == Lock.TOKEN && !byToken.opens(message, clock)) {
      refused.incrementAndGet();
      send(out, 400, "", OnvifForm.fault("ter:NotAuthorized", "Sender not authorized"));
    } else if (message.contains("GetServices>")) {
      send(out, 200, "", OnvifForm.services());
    } else if (message.contains("CreatePullPointSubscription>")) {
      subscribe(request, out);
    } else {
      manage(message, out);
    }
  }

  private void subscribe(Request request, OutputStream out) throws IOException {
    if (!request.path().equals("/onvif/events?a=1&b=2") || fault == Fault.REFUSES) {
      send(out, 400, "", OnvifForm.fault("ter:MaxPullPoints", "No more pull points"));
      return;
    }
    Duration lasting = lasting(TokenLock.between(request.body(), "InitialTerminationTime"));
    int id = named.incrementAndGet();
    Point point = new Point();
    point.untilNanos = time.nanos() + lasting.toNanos();
    points.put(Integer.toString(id), point);
    subscribed.incrementAndGet();
    send(out, 200, "", OnvifForm.subscribed(id, clock, clock.plus(lasting)));
  }

  private Duration lasting(String asked) {
    Duration wanted = Duration.parse(asked);
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  private void manage(String message, OutputStream out) throws IOException, InterruptedException {
    String id = TokenLock.between(message, "Which");
    Point point = points.get(id);
    if (point != null && point.untilNanos - time.nanos() < 0) {
      points.remove(id);
      point = null;
    }
    if (point == null) {
      send(out, 400, "", OnvifForm.fault("b2:ResourceUnknownFault", "No such subscription"));
    } else if (message.contains("Unsubscribe")) {
      points.remove(id);
      send(out, 200, "", OnvifForm.envelope("<b2:UnsubscribeResponse/>"));
    } else if (message.contains("Renew>") && fault == Fault.NO_RENEWING) {
      send(out, 500, "", OnvifForm.fault("ter:ActionNotSupported", "Not implemented"));
    } else if (message.contains("Renew>")) {
      Duration lasting = lasting(TokenLock.between(message, "TerminationTime"));
      point.untilNanos = time.nanos() + lasting.toNanos();
      renewed.incrementAndGet();
      send(out, 200, "", OnvifForm.renewed(clock, clock.plus(lasting)));
    } else {
      pull(id, point, message, out);
    }
  }

  private void pull(String id, Point point, String message, OutputStream out)
      throws IOException, InterruptedException {
    point.asked = true;
    long until = time.nanos() + Duration.parse(TokenLock.between(message, "Timeout")).toNanos();
    int most = Integer.parseInt(TokenLock.between(message, "MessageLimit"));
    int beatsBefore = beats.get();
    List<String> found = new ArrayList<>();
    while (found.isEmpty() && beats.get() == beatsBefore && until - time.nanos() > 0) {
      if (down) {
        throw new IOException("hung up");
      }
      if (!points.containsKey(id)) {
        send(out, 400, "", OnvifForm.fault("b2:ResourceUnknownFault", "No such subscription"));
        return;
      }
      spoil(out);
      String next = point.waiting.poll(10, TimeUnit.MILLISECONDS);
      if (next != null) {
        found.add(next);
        point.waiting.drainTo(found, most - 1);
      }
    }
    if (fault == Fault.NO_RENEWING) { // the pull itself keeps it
      point.untilNanos = time.nanos() + most().toNanos();
    }
    Instant end = clock.plusNanos(point.untilNanos - time.nanos());
    send(out, 200, "", OnvifForm.pulled(clock, end, found));
  }

  private Duration most() {
    return most;
  }

  private void spoil(OutputStream out) throws IOException {
    switch (fault) {
      case CUTS -> {
        byte[] whole = OnvifForm.pulled(clock, clock, List.of()).getBytes(StandardCharsets.UTF_8);
        out.write(Bytes.of("HTTP/1.1 200 OK\r\nContent-Length: ", whole.length, "\r\n\r\n"));
        out.write(whole, 0, whole.length / 2);
        out.flush();
        throw new IOException("cut");
      }
      case GARBAGE -> {
        send(out, 200, "", "<env:Envelope><<\u0001 what");
        throw new IOException("garbage was sent");
      }
      case FLOODS -> {
        out.write(Bytes.of("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<a>"));
        byte[] much = new byte[65_536];
        java.util.Arrays.fill(much, (byte) 'x');
        while (!down && fault == Fault.FLOODS) {
          out.write(much);
        }
        throw new IOException("flooded");
      }
      case SILENT -> {
        while (!down && fault == Fault.SILENT) {
          Pause.forTime(LOOKING, time);
        }
      }
      case NONE, REFUSES, NO_RENEWING -> {
        // Says what there is.
      }
    }
  }

  private static void send(OutputStream out, int status, String header, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    out.write(
        Bytes.of(
            "HTTP/1.1 " + status + " .\r\n" + header,
            "Content-Type: application/soap+xml; charset=utf-8\r\nContent-Length: ",
            content.length,
            "\r\n\r\n",
            content));
    out.flush();
  }

  @Override
  public void close() {
    down = true;
    server.close();
    time.close();
  }
}
