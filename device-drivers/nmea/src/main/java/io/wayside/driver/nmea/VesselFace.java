// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/** What a receiver hears of vessels. */
@Component(
    name = Receiver.PID + ".vessels",
    configurationPid = Receiver.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = VesselSource.class)
public final class VesselFace extends Face<VesselReport> implements VesselSource {

  @Activate
  public VesselFace(Config config, @Reference Hall hall) {
    this(hall.of(config.device_id()));
  }

  private VesselFace(Audience audience) {
    super(audience, audience.vessels());
  }
}
