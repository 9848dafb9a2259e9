// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.driver.indicator.codec.Key;
import io.wayside.driver.indicator.session.KeySigns;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One key press at a time, from the thread that wants it over the thread of the line to the sign
 * that it worked: the device's own answer, or the weights that follow.
 */
final class KeyDesk implements Listener<WeightReading>, KeySigns {

  private static final byte[] NOTHING = {};

  private final long patienceMs;
  private @Nullable Press pending; // guarded by this

  /** How a press gets to the device. */
  interface Sending {
    void send() throws DeviceException;
  }

  private static final class Press {
    final Key key;
    final byte[] command;
    final boolean answered;
    final CompletableFuture<String> done = new CompletableFuture<>();
    boolean sent;

    Press(Key key, byte[] command, boolean answered) {
      this.key = key;
      this.command = command;
      this.answered = answered;
    }
  }

  /**
   * A desk.
   *
   * @param patienceMs how long a sign is waited for
   */
  KeyDesk(long patienceMs) {
    this.patienceMs = patienceMs;
  }

  /**
   * Has the line's thread send a command and waits for the sign.
   *
   * @param answered whether only the device's own answer counts
   */
  void press(Key key, byte[] command, boolean answered) throws DeviceException {
    await(begin(new Press(key, command.clone(), answered)), () -> {});
  }

  /** Sends by itself and waits for weights that show the effect. */
  void press(Key key, Sending sending) throws DeviceException {
    Press press = new Press(key, NOTHING, false);
    press.sent = true;
    await(begin(press), sending);
  }

  private synchronized Press begin(Press press) throws Refused {
    if (pending != null) {
      throw new Refused("another key is being pressed: wait and repeat");
    }
    pending = press;
    return press;
  }

  private void await(Press press, Sending sending) throws DeviceException {
    try {
      sending.send();
      var unused = press.done.get(patienceMs, TimeUnit.MILLISECONDS);
    } catch (ExecutionException told) {
      if (told.getCause() instanceof DeviceException why) {
        throw why;
      }
      throw new IllegalStateException(told);
    } catch (TimeoutException none) {
      throw new TimedOut(
          "no sign of the key within " + patienceMs + " ms; see that its line may press keys");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TimedOut("the gateway stops before the key showed");
    } finally {
      synchronized (this) {
        pending = null;
      }
    }
  }

  /** What the line's thread is to send now; empty when nothing. */
  synchronized byte[] due() {
    if (pending == null || pending.sent) {
      return NOTHING;
    }
    pending.sent = true;
    return pending.command;
  }

  /** Whether a sign is waited for; a question would come in between. */
  synchronized boolean waits() {
    return pending != null && pending.sent;
  }

  @Override
  public synchronized void done() {
    if (pending != null && pending.sent) {
      pending.done.complete("answered");
    }
  }

  @Override
  public synchronized void refused(String why) {
    fail(new Refused(why));
  }

  @Override
  public synchronized void received(WeightReading reading) {
    if (pending == null || !pending.sent || pending.answered) {
      return;
    }
    if (reading.flags().has(Flag.OUT_OF_RANGE)) {
      fail(new Refused("it shows no weight after the key: see its display"));
    } else if (shows(pending.key, reading)) {
      pending.done.complete("shown");
    }
  }

  @Override
  public synchronized void interrupted(Interruption interruption) {
    if (pending != null && !pending.sent) {
      pending.done.completeExceptionally(new LinkDown(interruption.detail()));
    } else {
      fail(new TimedOut(interruption.detail()));
    }
  }

  private synchronized void fail(DeviceException why) {
    if (pending != null && pending.sent) {
      pending.done.completeExceptionally(why);
    }
  }

  private static boolean shows(Key key, WeightReading reading) {
    double kg = Math.abs(reading.mass().kilograms());
    boolean zero = kg <= reading.resolution().kilograms() / 2;
    return switch (key) {
      case ZERO -> zero;
      case TARE -> zero && reading.basis() != WeightReading.Basis.GROSS;
      case PRESET_TARE -> reading.basis() != WeightReading.Basis.GROSS;
      case CLEAR_TARE -> reading.basis() != WeightReading.Basis.NET;
    };
  }
}
