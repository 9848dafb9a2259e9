// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Output;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.Set;

/**
 * A light behind a relay as a lantern that knows on and off. The relay's safe state is lit, so it
 * shines whenever nobody drives it; it has no photocell and no word for having done anything.
 */
public final class OutputLantern implements Lantern {

  private final Output output;

  /**
   * @throws IllegalArgumentException when the output falls dark by itself
   */
  public OutputLantern(Output output) {
    if (!output.safeState()) {
      throw new IllegalArgumentException(
          "output "
              + output.deviceId()
              + " falls dark when nobody drives it; wire the light so"
              + " that its safe state is on, and configure it so");
    }
    this.output = output;
  }

  @Override
  public Set<Class<? extends LanternOrder>> knows() {
    return Set.of(LanternOrder.Automatic.class, LanternOrder.Shine.class, LanternOrder.Dark.class);
  }

  @Override
  public Fallback fallback() {
    return Fallback.RETURNS_BY_ITSELF;
  }

  @Override
  public Answer order(LanternOrder order, Duration lease) throws DeviceException {
    if (order instanceof LanternOrder.Automatic) {
      return release();
    }
    if (!(order instanceof LanternOrder.Shine) && !(order instanceof LanternOrder.Dark)) {
      throw new DeviceException.Refused(
          "output " + output.deviceId() + " can be on or off alone; it cannot " + order);
    }
    output.drive(order instanceof LanternOrder.Shine, lease);
    return Answer.TAKEN;
  }

  @Override
  public Answer release() throws DeviceException {
    output.release();
    return Answer.TAKEN;
  }

  @Override
  public String deviceId() {
    return output.deviceId();
  }
}
