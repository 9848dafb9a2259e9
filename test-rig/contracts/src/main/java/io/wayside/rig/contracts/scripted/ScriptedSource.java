// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import io.wayside.core.health.Health.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A source that delivers on the thread of the script, in order, before the script goes on. */
public abstract class ScriptedSource<E> extends ScriptedDevice implements Source<E> {

  private static final long MILLISECOND = 1_000_000;

  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private boolean listenerFailed;

  protected ScriptedSource(String deviceId) {
    super(deviceId);
  }

  /** Makes an event from its moment. */
  protected interface Saying<E> {
    E at(long monotonicNanos);
  }

  /** Says something a millisecond after the last; while the link is broken it is lost. */
  protected final synchronized void say(Saying<? extends E> saying) {
    pass(MILLISECOND);
    if (isLinkUp()) {
      E event = saying.at(monotonicNanos());
      if (!listenerFailed) {
        report(Status.OK, "ok", "in order");
      }
      ears.forEach(ear -> ear.call(listener -> listener.received(event)));
    }
  }

  @Override
  protected final void linkBroke() {
    Interruption interruption =
        new Interruption(
            monotonicNanos(),
            Cause.LINK_DOWN,
            "no way to " + deviceId() + " in the script; restore its link");
    linkLost();
    ears.forEach(ear -> ear.call(listener -> listener.interrupted(interruption)));
  }

  /** What a kind of source forgets when its link breaks. */
  protected void linkLost() {}

  /** A listener threw: said as health until the device is made anew. */
  protected final synchronized void listenerThrew(RuntimeException fault) {
    listenerFailed = true;
    report(
        Status.DEGRADED,
        "listener-failed",
        "a listener of " + deviceId() + " threw " + fault + "; mend the station that listens");
  }

  @Override
  public Subscription subscribe(Listener<? super E> listener) {
    Ear ear = new Ear(listener);
    ears.add(ear);
    return ear;
  }

  /** A listener and the lock under which it is called and closed. */
  private final class Ear implements Subscription {

    private final Listener<? super E> listener;
    private boolean closed;

    Ear(Listener<? super E> listener) {
      this.listener = listener;
    }

    synchronized void call(Consumer<Listener<? super E>> call) {
      if (!closed) {
        try {
          call.accept(listener);
        } catch (RuntimeException fault) {
          listenerThrew(fault);
        }
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      ears.remove(this);
    }
  }
}
