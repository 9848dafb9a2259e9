// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One direction of a connection: packets are read, judged, delayed, and written or swallowed. */
final class Direction {

  private static final int STALL_ONE_IN = 30;
  private static final int LONGEST_STALL_MS = 900;

  private final DelayQueue<Parcel> queue = new DelayQueue<>();
  private final DataInputStream in;
  private final OutputStream out;
  private final Supplier<Weather> weather;
  private final Function<Packet, Malice.Fate> judge;
  private final Consumer<Packet> passed;
  private final Ending ending;
  private final Random random;
  private long serial;
  private long lastDueNanos = System.nanoTime();
  private volatile boolean swallows;

  /** How a connection is ended, and what it has done before. */
  interface Ending {
    /** Closes both sides as a reset does. */
    void reset();

    /** Lets the receiver see the end of the stream. */
    void endOfStream() throws IOException;

    /** Something goes back to whoever sent, and the connection ends. */
    void answer(byte[] bytes) throws IOException;

    /** Bytes of {@code wanted} that may still pass before the connection is reset. */
    int budget(int wanted);

    /** A stall took place. */
    void stalled();
  }

  Direction(
      DataInputStream in,
      OutputStream out,
      Supplier<Weather> weather,
      Function<Packet, Malice.Fate> judge,
      Consumer<Packet> passed,
      Ending ending,
      Random random) {
    this.in = in;
    this.out = out;
    this.weather = weather;
    this.judge = judge;
    this.passed = passed;
    this.ending = ending;
    this.random = random;
  }

  /** From now on nothing arrives, and nothing is closed. */
  void swallow() {
    swallows = true;
  }

  /** Reads until the sender is gone. */
  void read() throws IOException {
    try {
      for (Packet packet = Packet.read(in); packet != null; packet = Packet.read(in)) {
        Malice.Fate fate = judge.apply(packet);
        if (fate instanceof Malice.Fate.Answered answered) {
          ending.answer(answered.answer());
          return;
        }
        if (fate instanceof Malice.Fate.Ends) {
          queue.add(new Parcel(lastDueNanos, serial++, null, true));
          return;
        }
        if (fate instanceof Malice.Fate.Passes passes) {
          send(packet, passes);
        }
      }
    } finally {
      queue.add(new Parcel(lastDueNanos, serial++, null, false));
    }
  }

  private void send(Packet packet, Malice.Fate.Passes passes) {
    Weather now = weather.get();
    int jitterMs = now.latency().jitterMs;
    long delayMs =
        now.latency().oneWayMs
            + (jitterMs == 0 ? 0 : random.nextInt(jitterMs))
            + (now.behaviour() == Combination.Behaviour.NONE ? 0 : passes.laterMs());
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs);
    if (!passes.mayOvertake()) {
      due = Math.max(due, lastDueNanos);
      lastDueNanos = due;
    }
    queue.add(new Parcel(due, serial++, packet, false));
  }

  /** Writes what is due until the connection ends. */
  void write() throws IOException, InterruptedException {
    while (true) {
      Parcel parcel = queue.take();
      if (swallows) {
        if (parcel.packet() == null) {
          return;
        }
        continue;
      }
      if (parcel.last()) {
        ending.reset();
        return;
      }
      if (parcel.packet() == null) {
        ending.endOfStream();
        return;
      }
      if (weather.get().loss() == Combination.Loss.STALLS && random.nextInt(STALL_ONE_IN) == 0) {
        ending.stalled();
        TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(LONGEST_STALL_MS - 50));
      }
      byte[] bytes = parcel.packet().bytes();
      int allowed = ending.budget(bytes.length);
      if (allowed == bytes.length) {
        passed.accept(parcel.packet());
      }
      out.write(bytes, 0, allowed);
      out.flush();
      if (allowed < bytes.length) {
        ending.reset();
        return;
      }
    }
  }
}
