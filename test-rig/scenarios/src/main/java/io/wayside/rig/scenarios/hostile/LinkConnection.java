// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Combination.HalfOpen;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection over the link, with four threads. */
final class LinkConnection implements Direction.Ending {

  private static final int LEAST_BEFORE_RESET = 200;
  private static final int MOST_BEFORE_RESET = 40_000;

  private final Socket near;
  private final Socket far;
  private final Supplier<Weather> weather;
  private final Malice malice;
  private final Wiretap.Session tap;
  private final Consumer<LinkConnection> talks;
  private final AtomicInteger left;
  private final Direction up;
  private final Direction down;
  private volatile boolean swallowed;
  private volatile boolean answered;

  LinkConnection(
      Socket near,
      Socket far,
      Supplier<Weather> weather,
      Malice malice,
      Wiretap.Session tap,
      Consumer<LinkConnection> talks,
      Random random)
      throws IOException {
    this.near = near;
    this.far = far;
    this.weather = weather;
    this.malice = malice;
    this.tap = tap;
    this.talks = talks;
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    this.left =
        new AtomicInteger(
            LEAST_BEFORE_RESET + random.nextInt(MOST_BEFORE_RESET - LEAST_BEFORE_RESET));
    this.up =
        new Direction(
            input(near),
            far.getOutputStream(),
            weather,
            this::up,
            tap::passedUp,
            this,
            new Random(random.nextLong()));
    this.down =
        new Direction(
            input(far),
            near.getOutputStream(),
            weather,
            malice::down,
            this::passedDown,
            this,
            new Random(random.nextLong()));
  }

  private static DataInputStream input(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  private Malice.Fate up(Packet packet) {
    tap.sent(packet);
    return weather.get().behaviour() == Combination.Behaviour.NONE
        ? new Malice.Fate.Passes(0, false)
        : malice.up(packet);
  }

  private void passedDown(Packet packet) {
    tap.passedDown(packet);
    if (packet.type() == Packet.CONNACK && packet.accepts()) {
      talks.accept(this);
    }
  }

  void start(Threads threads) {
    threads.start("link-up-in", up::read, this::reset);
    threads.start("link-up-out", up::write, this::reset);
    threads.start("link-down-in", down::read, this::reset);
    threads.start("link-down-out", down::write, this::reset);
  }

  /** Whether a gateway and a broker talk over it. */
  boolean talks() {
    return tap.accepted() && !swallowed && !near.isClosed();
  }

  void goHalfOpen(HalfOpen way) {
    swallowed = true;
    if (way != HalfOpen.TOWARDS_GATEWAY) {
      up.swallow();
    }
    if (way != HalfOpen.TOWARDS_BROKER) {
      down.swallow();
    }
  }

  boolean maliceStruck() {
    return malice.struck();
  }

  /** What a half-open connection loses is not seen by the other side. */
  @Override
  public void endOfStream() throws IOException {
    if (!swallowed) {
      reset();
    }
  }

  @Override
  public void answer(byte[] bytes) throws IOException {
    near.getOutputStream().write(bytes);
    near.getOutputStream().flush();
    near.shutdownOutput(); // a reset now could overtake the answer
    answered = true;
    close(far);
  }

  @Override
  public int budget(int wanted) {
    if (weather.get().loss() != Combination.Loss.RESETS) {
      return wanted;
    }
    int before = left.getAndAdd(-wanted);
    if (before < wanted) {
      tap.lossStruck();
    }
    return Math.max(0, Math.min(wanted, before));
  }

  @Override
  public void stalled() {
    tap.lossStruck();
  }

  @Override
  public void reset() {
    if (!answered) {
      close(near);
    }
    close(far);
  }

  /** Closes whatever is open. */
  void end() {
    close(near);
    close(far);
  }

  private static void close(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // sends a reset
    } catch (IOException gone) {
      // nothing to reset
    }
    try {
      socket.close();
    } catch (IOException gone) {
      // closed all the same
    }
  }
}
