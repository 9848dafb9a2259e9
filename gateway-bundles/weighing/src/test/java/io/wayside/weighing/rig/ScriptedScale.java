// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import java.util.ArrayList;
import java.util.List;

/** A scale that says what a test tells it to, on the test's thread. */
public final class ScriptedScale implements WeightSource {

  private final List<Listener<? super WeightReading>> listeners = new ArrayList<>();
  private final SteppedTime time;

  public ScriptedScale(SteppedTime time) {
    this.time = time;
  }

  @Override
  public String deviceId() {
    return "scale-1";
  }

  @Override
  public Subscription subscribe(Listener<? super WeightReading> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public int listeners() {
    return listeners.size();
  }

  public void say(Readings readings) {
    for (WeightReading reading : readings.list()) {
      time.set(reading.monotonicNanos());
      listeners.forEach(listener -> listener.received(reading));
    }
  }

  public void interrupt(Interruption interruption) {
    listeners.forEach(listener -> listener.interrupted(interruption));
  }
}
