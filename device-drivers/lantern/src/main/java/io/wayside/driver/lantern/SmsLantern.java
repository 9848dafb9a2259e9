// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Backoff;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.driver.lantern.text.Budget;
import io.wayside.driver.lantern.text.Inbox;
import io.wayside.driver.lantern.text.LanternText;
import io.wayside.driver.lantern.text.Numbers;
import io.wayside.driver.lantern.text.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lanterns that are heard and asked by text message; they are never told anything. */
@Component(
    name = SmsLantern.PID,
    configurationPid = SmsLantern.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {AidSource.class, HealthSource.class})
@Designate(ocd = SmsLanternConfig.class, factory = true)
public final class SmsLantern implements AidSource, HealthSource {

  static final String PID = "io.wayside.device.sms-lantern";

  private static final Logger log = LoggerFactory.getLogger(SmsLantern.class);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

  private final String deviceId;
  private final Listeners<AidReport> listeners;
  private final SmsSession session;
  private final DeviceThread thread;

  @Activate
  public SmsLantern(
      SmsLanternConfig config,
      BundleContext context,
      @Reference(name = "links") LinkService links,
      @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(
        config,
        Vocabulary.from(Documents.of(context).read(config.texts())),
        config.pinFile().isEmpty() ? "" : Documents.of(context).line(config.pinFile()),
        links,
        time);
  }

  SmsLantern(
      SmsLanternConfig config,
      Vocabulary vocabulary,
      String pin,
      LinkService links,
      TimeSource time)
      throws GarbledData {
    this.deviceId = config.device_id();
    this.listeners = new Listeners<>("device " + deviceId, log::error);
    Map<String, String> lanterns = lanterns(config);
    if (!pin.matches("|\\d{4,8}")) {
      throw new GarbledData("devices." + deviceId + ".pinFile: its line must be 4 to 8 digits");
    }
    this.session =
        new SmsSession(
            deviceId,
            new Inbox(lanterns, Duration.ofSeconds(config.oldAfterS())),
            new LanternText(vocabulary),
            new Inquirer(
                lanterns.keySet(),
                vocabulary.questions(),
                TimeUnit.SECONDS.toNanos(config.askEveryS()),
                new Budget(config.messagesADay()),
                time.monotonicNanos()),
            pin,
            listeners,
            time);
    this.thread =
        new DeviceThread(
            "sms-lantern-" + deviceId,
            log,
            new SmsModem(
                deviceId,
                links,
                LinkAddresses.parse(config.link()),
                session,
                Duration.ofSeconds(config.lookEveryS()),
                Duration.ofMillis(config.answerWithinMs()),
                time),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            STOP_WITHIN);
    thread.start();
  }

  /** Names by number. */
  private static Map<String, String> lanterns(SmsLanternConfig config) throws GarbledData {
    Map<String, String> lanterns = new LinkedHashMap<>();
    for (String entry : config.lanterns()) {
      int equals = entry.indexOf('=');
      String number = entry.substring(equals + 1).strip();
      String name = equals < 0 ? "" : entry.substring(0, equals).strip();
      if (name.isEmpty() || !Numbers.isWhole(number) || lanterns.put(number, name) != null) {
        throw new GarbledData(
            "devices."
                + config.device_id()
                + ".lanterns: \""
                + entry
                + "\" must be NAME=+84901234567, each number once");
      }
    }
    return lanterns;
  }

  @Deactivate
  void stop() {
    thread.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super AidReport> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(session.health());
  }
}
