// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Lease;
import io.wayside.core.device.Output;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.round.Bit;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * An output of the site at a Modbus module. While the module answers it keeps what an output
 * promises; when it does not, the module's own watchdog must.
 */
@Component(
    name = ModbusOutput.PID,
    configurationPid = ModbusOutput.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Output.class, HealthSource.class})
@Designate(ocd = OutputConfig.class, factory = true)
public final class ModbusOutput implements Output, HealthSource {

  static final String PID = "io.wayside.device.modbus-output";

  private static final int FIRST_RETRY_MS = 20;
  private static final int LONGEST_RETRY_MS = 500;

  private final String deviceId;
  private final ModulePorts module;
  private final OutputPort port;

  @Activate
  public ModbusOutput(
      OutputConfig config,
      @Reference(name = "module") ModulePorts module,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.module = module;
    this.port =
        new OutputPort(
            deviceId,
            module,
            new Bit(config.table().cells(), config.address(), config.bit()),
            TimeUnit.MILLISECONDS.toNanos(config.lookEveryMs()),
            config.inverted(),
            new Lease(config.safeOn()),
            new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom()),
            time);
    module.add(port);
  }

  @Deactivate
  public void stop() {
    port.close();
    module.remove(port);
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  /** Returns when the module has confirmed it. */
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
