// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Lease;
import io.wayside.core.device.Output;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Lines;
import java.time.Duration;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** An output of the site on a GPIO line. */
@Component(
    name = SwitchedOutput.PID,
    configurationPid = SwitchedOutput.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Output.class, HealthSource.class})
@Designate(ocd = OutputConfig.class, factory = true)
public final class SwitchedOutput implements Output, HealthSource {

  static final String PID = "io.wayside.device.output";

  /** Sysfs looks are of inputs only. */
  private static final int NO_LOOKS_US = 100_000;

  private static final int FIRST_RETRY_MS = 100;
  private static final int LONGEST_RETRY_MS = 2_000;

  private final String deviceId;
  private final boolean safeOn;
  private final OutputKeeper keeper;

  @Activate
  public SwitchedOutput(OutputConfig config, @Reference TimeSource time) {
    this(config, config.provider().line(config.line(), config.sysPath(), NO_LOOKS_US, time), time);
  }

  SwitchedOutput(OutputConfig config, Lines lines, TimeSource time) {
    this.deviceId = config.device_id();
    this.safeOn = config.safeOn();
    this.keeper =
        new OutputKeeper(
            deviceId,
            lines,
            config.inverted(),
            new Lease(safeOn),
            new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom()),
            time);
    keeper.start();
  }

  @Deactivate
  public void stop() {
    keeper.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public void drive(boolean on, Duration lease) throws LinkDown {
    keeper.drive(on, lease.toNanos());
  }

  @Override
  public void release() throws LinkDown {
    keeper.release();
  }

  @Override
  public boolean safeState() {
    return safeOn;
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return keeper.health();
  }
}
