// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Lease;
import io.wayside.core.device.Output;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A light or siren of the site on an output of a toll reader. While the reader is connected it
 * keeps what an output promises. When the connection is lost it counts as at its safe state, but
 * the reader keeps the level it was told last until the connection is there again.
 */
@Component(
    name = ReaderOutput.PID,
    configurationPid = ReaderOutput.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Output.class, HealthSource.class})
@Designate(ocd = OutputConfig.class, factory = true)
public final class ReaderOutput implements Output, HealthSource {

  static final String PID = "io.wayside.device.llrp-output";

  private final String deviceId;
  private final ReaderPorts reader;
  private final OutputPort port;

  @Activate
  public ReaderOutput(
      OutputConfig config,
      @Reference(name = "reader") ReaderPorts reader,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.reader = reader;
    this.port =
        new OutputPort(
            deviceId, config.port(), config.inverted(), new Lease(config.safeOn()), time);
    reader.add(port);
  }

  @Deactivate
  void stop() {
    port.close();
    reader.remove(port);
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  /** Returns when the reader has confirmed it. */
  @Override
  public void drive(boolean on, Duration lease) throws DeviceException {
    port.drive(on, lease.toNanos());
  }

  @Override
  public void release() throws DeviceException {
    port.release();
  }

  @Override
  public boolean safeState() {
    return port.safeOn();
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return port.health();
  }
}
