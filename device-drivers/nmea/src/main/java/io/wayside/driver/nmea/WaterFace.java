// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/** What a receiver hears of water and air. */
@Component(
    name = Receiver.PID + ".water",
    configurationPid = Receiver.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = WaterSource.class)
public final class WaterFace extends Face<WaterReading> implements WaterSource {

  @Activate
  public WaterFace(Config config, @Reference Hall hall) {
    this(hall.of(config.device_id()));
  }

  private WaterFace(Audience audience) {
    super(audience, audience.water());
  }
}
