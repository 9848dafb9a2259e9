// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tag reader on a loopback TCP port, for one client at a time. A second client is told that there
 * is another (status 2) and hung up on, and the first is told of it (status 4).
 *
 * <p>A script says which tag answers when. Whether that becomes a report is a matter of the ROSpecs
 * that the client has added.
 */
public final class LlrpReader implements AutoCloseable {

  /** The port the standard gives it. */
  public static final int PORT = 5084;

  private static final int MOST_CONNECTIONS = 32;
  private static final int REMEMBERED = 1000;

  private final ReaderTraits traits;
  private final RigClock clock;
  private final ReaderFaults faults = new ReaderFaults();
  private final Object lock = new Object();
  private final Deque<Frame> heard = new ArrayDeque<>();
  private final ReaderCore core;
  private final LoopbackServer server;
  private Commands commands;
  private @Nullable Session current;
  private RigClock.@Nullable Task keepalives;
  private boolean haunted;
  private long said;
  private long acks;

  /**
   * Listens at once.
   *
   * @param port 0 takes a free one
   */
  public LlrpReader(int port, ReaderTraits traits, RigClock clock) throws IOException {
    this.traits = traits;
    this.clock = new LockedClock(clock, lock);
    this.core = new ReaderCore(traits, this.clock, this::say);
    this.commands = new Commands(traits, core);
    this.server = new LoopbackServer("llrp", port, MOST_CONNECTIONS, this::serve);
  }

  public int port() {
    return server.port();
  }

  public ReaderFaults faults() {
    return faults;
  }

  /** Whether a client is in. */
  public boolean connected() {
    synchronized (lock) {
      return current != null;
    }
  }

  /** Whether the transmitter is on. */
  public boolean transmitting() {
    synchronized (lock) {
      return core.roSpecs.active() != null;
    }
  }

  /** Ids of the ROSpecs it has, in order. */
  public List<Long> roSpecs() {
    synchronized (lock) {
      return core.roSpecs.ids();
    }
  }

  /** Ids of the AccessSpecs it has, in order. */
  public List<Long> accessSpecs() {
    synchronized (lock) {
      return core.accessSpecs.ids();
    }
  }

  /** The last thousand messages it got, oldest first. */
  public List<Frame> heard() {
    synchronized (lock) {
      return List.copyOf(heard);
    }
  }

  /** How many keepalives were answered. */
  public long keepaliveAcks() {
    synchronized (lock) {
      return acks;
    }
  }

  /** Whether a general purpose output is on. */
  public boolean output(int port) {
    synchronized (lock) {
      return core.settings.gpo(port);
    }
  }

  /**
   * A tag in the field answers once, now.
   *
   * @param antenna port, from 1
   * @param rssiDbm whole dBm
   * @param channel from 1
   * @return whether the radio is on there and heard it
   */
  public boolean tagInField(SimulatedTag tag, int antenna, int rssiDbm, int channel) {
    synchronized (lock) {
      return core.reply(tag, antenna, channel, rssiDbm);
    }
  }

  /** A general purpose input takes a level. */
  public void input(int port, boolean high) {
    synchronized (lock) {
      core.input(port, high);
    }
  }

  /** An antenna was found connected or not. */
  public void antenna(int port, boolean isConnected) {
    synchronized (lock) {
      core.antenna(port, isConnected);
    }
  }

  /** Something went wrong inside. */
  public void exception(String text) {
    synchronized (lock) {
      core.exception(text);
    }
  }

  /** Its clock of the day jumps; the time since its start does not. */
  public void jumpClock(Duration by) {
    synchronized (lock) {
      core.time.jump(by);
    }
  }

  /** Hangs up; who calls again is let in. */
  public void hangUp() {
    synchronized (lock) {
      if (current != null) {
        current.hangUp();
      }
      leave(current);
    }
  }

  /**
   * Starts anew.
   *
   * @param keepsSpecs configuration and specs are as before, and radios that begin by themselves do
   * @param halfOpen the client is not told: its connection stays open and nothing comes any more
   */
  public void reboot(boolean keepsSpecs, boolean halfOpen) {
    synchronized (lock) {
      Session before = current;
      leave(before);
      if (before != null && !halfOpen) {
        before.hangUp();
      }
      core.roSpecs.powerFails();
      core.reports.clear();
      core.time.restart();
      if (keepsSpecs) {
        core.roSpecs.powerReturns();
      } else {
        core.roSpecs.forget();
        core.accessSpecs.forget();
        resetSettings();
      }
    }
  }

  private void resetSettings() {
    try {
      core.settings.set(new byte[] {(byte) 0x80});
    } catch (Refused e) {
      throw new IllegalStateException("a reset without parameters is always taken", e);
    }
  }

  /**
   * It believes a client that has gone to be there still: everybody is told status 2 until this is
   * taken back.
   */
  public void haunted(boolean now) {
    synchronized (lock) {
      haunted = now;
    }
  }

  private void serve(Socket client) throws IOException {
    Session session = new Session(client, faults);
    try {
      if (enter(session)) {
        listen(new DataInputStream(new BufferedInputStream(client.getInputStream())), session);
      }
    } finally {
      session.finish();
      session.awaitEnd();
      session.hangUp();
      synchronized (lock) {
        leave(session);
      }
    }
  }

  private boolean enter(Session session) {
    synchronized (lock) {
      byte[] stamp = core.time.stamp();
      if (current != null || haunted) {
        send(session, 1, event(), Events.connection(stamp, Events.REFUSED_ANOTHER_CLIENT));
        say(event(), Events.connection(stamp, Events.ANOTHER_TRIED));
        return false;
      }
      current = session;
      commands = new Commands(traits, core);
      beginKeepalives();
      send(session, 1, event(), Events.connection(stamp, Events.CONNECTED));
      core.connected();
      return true;
    }
  }

  private static int event() {
    return MessageType.READER_EVENT_NOTIFICATION;
  }

  private void leave(@Nullable Session session) {
    if (session != null && session == current) {
      current = null;
      core.disconnected();
      endKeepalives();
    }
  }

  /** Until the client closes, politely or not. One that was left half open is heard no more. */
  private void listen(DataInputStream in, Session session) throws IOException {
    Optional<Frame> frame = Frame.read(in);
    while (frame.isPresent()) {
      synchronized (lock) {
        if (session == current && !hear(frame.get(), session)) {
          return;
        }
      }
      frame = Frame.read(in);
    }
  }

  /** False when this was the last message. */
  private boolean hear(Frame frame, Session session) {
    remember(frame);
    int type = frame.type();
    Optional<Status> refusal = faults.refusal(type);
    Optional<Frame> answer;
    if (refusal.isPresent()) {
      byte[] body = commands.refusal(type, refusal.get());
      answer =
          Optional.of(new Frame(frame.version(), MessageType.answerTo(type), frame.id(), body));
    } else {
      answer = commands.versions(frame).or(() -> commands.answer(frame));
    }
    if (type == MessageType.SET_READER_CONFIG) {
      beginKeepalives();
    }
    if (answer.isPresent() && faults.answers(type)) {
      put(session, answer.get().bytes());
    }
    return type != MessageType.CLOSE_CONNECTION;
  }

  private void remember(Frame frame) {
    acks += frame.type() == MessageType.KEEPALIVE_ACK ? 1 : 0;
    heard.add(frame);
    if (heard.size() > REMEMBERED) {
      heard.remove();
    }
  }

  private void beginKeepalives() {
    endKeepalives();
    long everyMs = core.settings.keepaliveMs();
    if (everyMs > 0) {
      keepalives = clock.every(Duration.ofMillis(everyMs), nanos -> keepAlive());
    }
  }

  private void keepAlive() {
    say(MessageType.KEEPALIVE, new byte[0]);
  }

  private void endKeepalives() {
    if (keepalives != null) {
      keepalives.cancel();
      keepalives = null;
    }
  }

  private boolean say(int type, byte[] body) {
    Session session = current;
    if (session == null) {
      return false;
    }
    if (type == MessageType.RO_ACCESS_REPORT && faults.emptyReports()) {
      send(session, commands.version(), type, new byte[0]);
    }
    return send(session, commands.version(), type, body);
  }

  private boolean send(Session session, int version, int type, byte[] body) {
    return put(session, new Frame(version, type, ++said, body).bytes());
  }

  private boolean put(Session session, byte[] message) {
    if (faults.silent()) {
      return true;
    }
    byte[] sent = faults.spoilt(message);
    if (faults.takeCut()) {
      session.offer(Arrays.copyOf(sent, sent.length / 2));
      session.finish();
      leave(session);
      return true;
    }
    return session.offer(sent);
  }

  @Override
  public void close() {
    synchronized (lock) {
      endKeepalives();
      core.roSpecs.powerFails();
    }
    server.close();
  }
}
