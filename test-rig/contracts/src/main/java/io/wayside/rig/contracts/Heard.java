// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A listener that keeps what it heard, in order, and notices two calls at a time. */
public final class Heard<E> implements Listener<E> {

  private final List<E> events = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();
  private final StringBuilder trace = new StringBuilder();
  private final AtomicInteger callsNow = new AtomicInteger();
  private volatile boolean overlapped;

  @Override
  public void received(E event) {
    enter();
    synchronized (this) {
      events.add(event);
      trace.append('e');
    }
    callsNow.decrementAndGet();
  }

  @Override
  public void interrupted(Interruption interruption) {
    enter();
    synchronized (this) {
      interruptions.add(interruption);
      trace.append('i');
    }
    callsNow.decrementAndGet();
  }

  private void enter() {
    if (callsNow.incrementAndGet() > 1) {
      overlapped = true;
    }
    LockSupport.parkNanos(20_000); // gives a second caller the chance to show
  }

  public synchronized List<E> events() {
    return List.copyOf(events);
  }

  /** What was heard last; of two looks at all events the second may see more. */
  public synchronized E last() {
    return events.get(events.size() - 1);
  }

  public synchronized List<Interruption> interruptions() {
    return List.copyOf(interruptions);
  }

  /** One letter a call: {@code e} an event, {@code i} an interruption. */
  public synchronized String trace() {
    return trace.toString();
  }

  /** Whether two calls were ever in progress at once. */
  public boolean overlapped() {
    return overlapped;
  }
}
