// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import java.util.Optional;

/** A reader that hears what a test says. */
public final class BenchReader implements TagSource, HealthSource {

  private final TimeSource time;
  private final Listeners<TagSighting> listeners =
      new Listeners<>(
          "reader-1",
          (words, fault) -> {
            throw new AssertionError(words, fault);
          });
  volatile boolean radio = true;
  volatile boolean refusing;
  private volatile Health.Status status = Health.Status.OK;

  /** What is read of chip and user bank. */
  Optional<String> tid = Optional.empty();

  Optional<String> user = Optional.empty();

  public BenchReader(TimeSource time) {
    this.time = time;
  }

  public void hears(String epc, int antenna, double dbm) {
    if (radio) {
      listeners.received(
          new TagSighting(
              time.monotonicNanos(), epc, epc.length() * 4, tid, user, antenna, dbm, 1));
    }
  }

  public void lost() {
    status = Health.Status.FAILED;
    listeners.interrupted(
        new Interruption(time.monotonicNanos(), Interruption.Cause.LINK_DOWN, "reader is lost"));
  }

  /** Is there again, and hears nothing. */
  public void back() {
    status = Health.Status.OK;
  }

  @Override
  public void radio(boolean on) throws DeviceException {
    if (refusing) {
      throw new DeviceException.LinkDown("no way to the reader; restore it");
    }
    radio = on;
  }

  @Override
  public Subscription subscribe(Listener<? super TagSighting> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String deviceId() {
    return "reader-1";
  }

  @Override
  public String healthId() {
    return "device.reader-1";
  }

  @Override
  public Health health() {
    return new Health(status, "bench", "as the test says", 0);
  }
}
