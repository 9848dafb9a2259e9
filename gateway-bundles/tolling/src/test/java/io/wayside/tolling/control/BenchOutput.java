// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Output;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An output whose lease ends by the bench's time; every change of its wishes is kept. */
public final class BenchOutput implements Output {

  private final String id;
  private final TimeSource time;
  private final boolean safe;
  final List<Boolean> wishes = new ArrayList<>();
  private boolean on;
  private boolean held;
  private long endsNanos;
  private boolean broken;
  private Runnable onDrive = () -> {};

  public BenchOutput(String id, TimeSource time, boolean safe) {
    this.id = id;
    this.time = time;
    this.safe = safe;
  }

  public void broken(boolean now) {
    broken = now;
  }

  /** Called at each drive to on. */
  public void whenDrivenOn(Runnable check) {
    onDrive = check;
  }

  public synchronized boolean isOn() {
    return isHeld() ? on : safe;
  }

  public synchronized boolean isHeld() {
    return held && time.monotonicNanos() - endsNanos < 0;
  }

  @Override
  public synchronized void drive(boolean now, Duration lease) throws DeviceException {
    if (broken) {
      throw new DeviceException.LinkDown(id + " is broken; mend it");
    }
    if (now) {
      onDrive.run();
    }
    if (wishes.isEmpty() || wishes.get(wishes.size() - 1) != now) {
      wishes.add(now);
    }
    on = now;
    held = true;
    endsNanos = time.monotonicNanos() + lease.toNanos();
  }

  @Override
  public synchronized void release() {
    held = false;
  }

  @Override
  public boolean safeState() {
    return safe;
  }

  @Override
  public String deviceId() {
    return id;
  }
}
