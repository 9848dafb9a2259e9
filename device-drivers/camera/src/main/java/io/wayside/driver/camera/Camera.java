// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Listener;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A camera of the site. */
@Component(
    name = Camera.PID,
    configurationPid = Camera.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {FrameSource.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class Camera implements FrameSource, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(Camera.class);

  static final String PID = "io.wayside.device.camera";

  private final String deviceId;
  private final Viewers viewers;
  private final CameraThread thread;

  @Activate
  public Camera(Config config, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.viewers = new Viewers(deviceId, log::error);
    Wishes wishes = new Wishes(config);
    this.thread =
        new CameraThread(
            "camera-" + deviceId,
            wishes.transport(time),
            wishes.darkroom(viewers),
            new Session(deviceId, viewers::interrupted, time.monotonicNanos()),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            time,
            TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs()));
    thread.start();
  }

  @Deactivate
  public void stop() {
    thread.close();
    viewers.end();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super Frame> listener) {
    return viewers.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return viewers.healthOver(thread.health());
  }
}
