// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.device.Listener;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;

/** Where no reader is fitted: vehicles are known by ticket or plate alone. */
public final class NoReader implements TagSource {

  @Override
  public void radio(boolean on) {
    // There is none to be switched.
  }

  @Override
  public Subscription subscribe(Listener<? super TagSighting> listener) {
    return () -> {};
  }

  @Override
  public String deviceId() {
    return "none";
  }
}
