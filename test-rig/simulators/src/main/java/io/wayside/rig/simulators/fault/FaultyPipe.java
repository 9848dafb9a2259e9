// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static io.wayside.rig.simulators.fault.FaultKind.COALESCE;
import static io.wayside.rig.simulators.fault.FaultKind.CORRUPT;
import static io.wayside.rig.simulators.fault.FaultKind.DELAY;
import static io.wayside.rig.simulators.fault.FaultKind.DISCONNECT;
import static io.wayside.rig.simulators.fault.FaultKind.DROP;
import static io.wayside.rig.simulators.fault.FaultKind.DUPLICATE;
import static io.wayside.rig.simulators.fault.FaultKind.GARBAGE;
import static io.wayside.rig.simulators.fault.FaultKind.SPLIT;
import static io.wayside.rig.simulators.fault.FaultKind.STALL;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Any wire, with faults on the way from the device. One write is one frame. What the software under
 * test sends to the device passes unharmed.
 */
public final class FaultyPipe implements BytePipe {

  private final BytePipe wire;
  private final FaultPlan plan;
  private final RigClock clock;
  private final FaultLedger ledger = new FaultLedger();
  private final PieceQueue queue;
  private final Outage outage;
  private final HeldFrames held = new HeldFrames();
  private boolean on = true;
  private long frames;

  public FaultyPipe(BytePipe wire, FaultPlan plan, RigClock clock) {
    this.wire = wire;
    this.plan = plan;
    this.clock = clock;
    this.queue = new PieceQueue(wire, clock, ledger);
    this.outage = new Outage(wire, clock);
  }

  public FaultLedger ledger() {
    return ledger;
  }

  /** Starts injecting faults, or ends all of them at once: the line is back when this returns. */
  public synchronized void inject(boolean faults) {
    on = faults;
    if (!faults) {
      queue.flush();
      sendHeld();
      outage.end();
    }
  }

  /** Returns the frame's length unless the line is down; a device cannot tell a damaged frame. */
  @Override
  public synchronized int write(byte[] frame) {
    FrameDice dice = new FrameDice(plan, frames++);
    ledger.offered();
    if (!on) {
      ledger.untouched();
      return wire.write(frame);
    }
    if (outage.lasts() || outageStrikes(dice)) {
      ledger.withheld();
      return 0;
    }
    byte[] damaged = damaged(frame, dice);
    if (damaged.length > 0 && !hold(damaged, dice)) {
      send(damaged, dice);
    }
    return frame.length;
  }

  private boolean outageStrikes(FrameDice dice) {
    if (dice.strikes(DISCONNECT)) {
      ledger.injected(DISCONNECT);
      queue.clear();
      held.take();
      outage.disconnect(plan.rule(DISCONNECT).lasting());
      return true;
    }
    if (dice.strikes(STALL)) {
      ledger.injected(STALL);
      outage.stall(plan.rule(STALL).lasting());
      return true;
    }
    return false;
  }

  private byte[] damaged(byte[] frame, FrameDice dice) {
    byte[] bytes = frame;
    if (struck(DUPLICATE, dice)) {
      bytes = FrameDamage.joined(bytes, bytes);
    }
    if (struck(DROP, dice)) {
      SplittableRandom force = dice.force(DROP);
      bytes = FrameDamage.dropped(bytes, dice.amount(DROP, force), force);
    }
    if (struck(CORRUPT, dice)) {
      SplittableRandom force = dice.force(CORRUPT);
      bytes = FrameDamage.corrupted(bytes, dice.amount(CORRUPT, force), force);
    }
    if (struck(GARBAGE, dice)) {
      SplittableRandom force = dice.force(GARBAGE);
      bytes = FrameDamage.garbageThen(bytes, dice.amount(GARBAGE, force), force);
    }
    if (bytes == frame && !dice.strikes(DELAY) && !dice.strikes(SPLIT) && !dice.strikes(COALESCE)) {
      ledger.untouched();
    }
    return bytes;
  }

  private boolean struck(FaultKind kind, FrameDice dice) {
    boolean strikes = dice.strikes(kind);
    if (strikes) {
      ledger.injected(kind);
    }
    return strikes;
  }

  /** Keeps the frame back to be sent together with later ones. */
  private boolean hold(byte[] bytes, FrameDice dice) {
    if (held.isEmpty() && !dice.strikes(COALESCE)) {
      return false;
    }
    if (held.isEmpty()) {
      held.start(1 + dice.amount(COALESCE, dice.force(COALESCE)));
      long batch = held.batch();
      clock.after(plan.rule(COALESCE).lasting(), () -> sendHeld(batch));
    }
    if (held.add(bytes)) {
      sendHeld();
    }
    return true;
  }

  private synchronized void sendHeld(long batch) {
    if (held.batch() == batch) {
      sendHeld();
    }
  }

  private void sendHeld() {
    if (held.isEmpty()) {
      return;
    }
    if (held.frames() > 1) {
      ledger.injected(COALESCE);
    }
    queue.send(held.take(), clock.nanos());
  }

  private void send(byte[] bytes, FrameDice dice) {
    long dueNanos = clock.nanos();
    if (struck(DELAY, dice)) {
      dueNanos += 1 + dice.force(DELAY).nextLong(plan.rule(DELAY).lasting().toNanos());
    }
    if (bytes.length > 1 && struck(SPLIT, dice)) {
      SplittableRandom force = dice.force(SPLIT);
      List<byte[]> pieces = FrameDamage.split(bytes, plan.rule(SPLIT).atMost(), force);
      for (byte[] piece : pieces) {
        queue.send(piece, dueNanos);
        dueNanos += plan.rule(SPLIT).lasting().toNanos();
      }
    } else {
      queue.send(bytes, dueNanos);
    }
  }

  @Override
  public void open() throws IOException {
    wire.open();
  }

  @Override
  public String address() {
    return wire.address();
  }

  @Override
  public boolean attached() {
    return wire.attached();
  }

  @Override
  public byte[] read() {
    return wire.read();
  }

  @Override
  public synchronized void unplug() {
    queue.clear();
    held.take();
    outage.unplugByHand();
  }

  @Override
  public synchronized void replug() throws IOException {
    outage.replugByHand();
  }

  @Override
  public synchronized void close() {
    unplug();
    wire.close();
  }
}
