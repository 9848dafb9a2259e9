// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Device;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Source;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;

/**
 * One receiver as it is to those who listen for one thing. A class can be a source of one kind of
 * event alone, so a receiver has several faces, of one configuration, under one id and with one
 * health.
 */
abstract class Face<E> implements Device, Source<E>, HealthSource {

  private final Audience audience;
  private final Listeners<E> listeners;

  Face(Audience audience, Listeners<E> listeners) {
    this.audience = audience;
    this.listeners = listeners;
  }

  @Override
  public Subscription subscribe(Listener<? super E> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String deviceId() {
    return audience.deviceId();
  }

  @Override
  public String healthId() {
    return audience.healthId();
  }

  @Override
  public Health health() {
    return audience.health();
  }
}
