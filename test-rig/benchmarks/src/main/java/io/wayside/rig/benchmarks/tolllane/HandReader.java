// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import java.util.Optional;

/** A reader that reports what the benchmark says, strong and clear. */
final class HandReader implements TagSource {

  private final Listeners<TagSighting> listeners =
      new Listeners<>(
          "reader-1",
          (words, fault) -> {
            throw new IllegalStateException(words, fault);
          });

  void reports(String epc, long nanos) {
    listeners.received(
        new TagSighting(
            nanos, epc, epc.length() * 4, Optional.empty(), Optional.empty(), 1, -45, 4));
  }

  @Override
  public void radio(boolean on) {
    // always on
  }

  @Override
  public Subscription subscribe(Listener<? super TagSighting> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String deviceId() {
    return "reader-1";
  }
}
