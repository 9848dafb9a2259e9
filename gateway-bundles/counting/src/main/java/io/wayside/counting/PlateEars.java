// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.device.Source.Subscription;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hears the plate camera of a counter, which comes and goes. */
final class PlateEars implements Listener<PlateReading> {

  private final String cameraId;
  private final Consumer<PlateReading> station;
  private final Map<PlateSource, Subscription> cameras = new ConcurrentHashMap<>();

  /**
   * Hears nothing yet.
   *
   * @param cameraId empty: none is heard
   */
  PlateEars(String cameraId, Consumer<PlateReading> station) {
    this.cameraId = cameraId;
    this.station = station;
  }

  void came(PlateSource camera, Map<String, Object> properties) {
    if (!cameraId.isEmpty() && cameraId.equals(String.valueOf(properties.get(Device.ID)))) {
      cameras.put(camera, camera.subscribe(this));
    }
  }

  void went(PlateSource camera) {
    Subscription subscription = cameras.remove(camera);
    if (subscription != null) {
      subscription.close();
    }
  }

  @Override
  public void received(PlateReading reading) {
    station.accept(reading);
  }

  @Override
  public void interrupted(Interruption interruption) {
    // The camera's own health tells it; what passes meanwhile has no plate, which counts nothing.
  }

  void close() {
    cameras.values().forEach(Subscription::close);
  }
}
