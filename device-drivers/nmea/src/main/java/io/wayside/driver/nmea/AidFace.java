// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/** What a receiver hears of aids to navigation. */
@Component(
    name = Receiver.PID + ".aids",
    configurationPid = Receiver.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = AidSource.class)
public final class AidFace extends Face<AidReport> implements AidSource {

  @Activate
  public AidFace(Config config, @Reference Hall hall) {
    this(hall.of(config.device_id()));
  }

  private AidFace(Audience audience) {
    super(audience, audience.aids());
  }
}
