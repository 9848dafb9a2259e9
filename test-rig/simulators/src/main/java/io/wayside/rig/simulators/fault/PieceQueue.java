// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes waiting for their time; they leave in the order they came, as on any serial wire. */
final class PieceQueue {

  /** When so many wait, the newest is lost. */
  private static final int CAPACITY = 256;

  private final BytePipe wire;
  private final RigClock clock;
  private final FaultLedger ledger;
  private final Deque<Piece> waiting = new ArrayDeque<>();

  PieceQueue(BytePipe wire, RigClock clock, FaultLedger ledger) {
    this.wire = wire;
    this.clock = clock;
    this.ledger = ledger;
  }

  /** Sends at the time asked for, or right after what is already waiting. */
  synchronized void send(byte[] bytes, long dueNanos) {
    if (waiting.isEmpty() && dueNanos <= clock.nanos()) {
      wire.write(bytes);
    } else if (waiting.size() >= CAPACITY) {
      ledger.overflowed();
    } else {
      waiting.add(new Piece(dueNanos, bytes));
      clock.at(dueNanos, this::releaseDue);
    }
  }

  private synchronized void releaseDue() {
    Piece head = waiting.peek();
    while (head != null && head.dueNanos <= clock.nanos()) {
      waiting.remove();
      wire.write(head.bytes);
      head = waiting.peek();
    }
  }

  /** Sends all that waits, now. */
  synchronized void flush() {
    while (!waiting.isEmpty()) {
      wire.write(waiting.remove().bytes);
    }
  }

  /** Loses all that waits, as a line does that hangs up. */
  synchronized void clear() {
    waiting.clear();
  }

  private static final class Piece {
    private final long dueNanos;
    private final byte[] bytes;

    Piece(long dueNanos, byte[] bytes) {
      this.dueNanos = dueNanos;
      this.bytes = bytes;
    }
  }
}
