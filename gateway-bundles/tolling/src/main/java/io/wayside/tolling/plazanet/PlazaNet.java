// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.record.Names;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaLink;
import io.wayside.tolling.plaza.PlazaMessage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of this gateway's lanes to the others of the station. */
@Component(
    name = PlazaNet.PID,
    configurationPid = PlazaNet.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {PlazaLink.class, HealthSource.class})
@Designate(ocd = PlazaConfig.class, factory = true)
public final class PlazaNet implements PlazaLink, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(PlazaNet.class);

  static final String PID = "io.wayside.device.plaza";

  private static final int FIRST_RETRY_MS = 250;
  private static final int LONGEST_RETRY_MS = 10_000;

  private final String deviceId;
  private final String station;
  private final Listeners<PlazaMessage> listeners;
  private final Carrier carrier;

  @Activate
  public PlazaNet(PlazaConfig config, @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.station = Names.require("station", config.station());
    this.listeners = new Listeners<>("plaza " + deviceId, log::error);
    List<String> lanes = List.of(config.lanes());
    lanes.forEach(lane -> Names.require("lane", lane));
    this.carrier =
        new Carrier(
            deviceId,
            HostPort.parse("listen", config.listen()),
            Arrays.stream(config.peers()).map(each -> HostPort.parse("peer", each)).toList(),
            new Doorman(new PlazaCodec(KeyFile.read(config.keyFile())), station, lanes),
            listeners,
            new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom()),
            time);
    carrier.start();
  }

  @Deactivate
  void stop() {
    carrier.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public String station() {
    return station;
  }

  @Override
  public void say(PlazaMessage message) {
    carrier.say(message);
  }

  @Override
  public Subscription subscribe(Listener<? super PlazaMessage> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(carrier.health());
  }

  /** What was carried and turned away since the start. */
  Traffic traffic() {
    return carrier.traffic();
  }
}
