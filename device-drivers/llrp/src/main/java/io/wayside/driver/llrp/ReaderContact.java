// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Settling;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.llrp.PortTrouble.Kind;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A contact of the site on an input of a toll reader. */
@Component(
    name = ReaderContact.PID,
    configurationPid = ReaderContact.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Contact.class, HealthSource.class})
@Designate(ocd = ContactConfig.class, factory = true)
public final class ReaderContact implements Contact, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(ReaderContact.class);

  static final String PID = "io.wayside.device.llrp-contact";

  private final String deviceId;
  private final ReaderPorts reader;
  private final TimeSource time;
  private final Listeners<ContactChange> listeners;
  private final AtPort input;
  private volatile Health health;

  @Activate
  public ReaderContact(
      ContactConfig config,
      @Reference(name = "reader") ReaderPorts reader,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.reader = reader;
    this.time = time;
    this.listeners = new Listeners<>("contact " + deviceId, log::error);
    this.health =
        Health.starting(deviceId + ": its reader has told nothing yet", time.monotonicNanos());
    this.input =
        new AtPort(
            config.port(),
            new ContactTeller(
                new Settling(TimeUnit.MILLISECONDS.toNanos(config.settleMs()), config.inverted()),
                listeners,
                time.monotonicNanos()));
    reader.add(input);
  }

  @Deactivate
  void stop() {
    reader.remove(input);
    input.lost(new PortTrouble(Kind.STOPPED, "the driver was stopped"), time.monotonicNanos());
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Optional<Boolean> active() {
    return input.teller.active();
  }

  @Override
  public Subscription subscribe(Listener<? super ContactChange> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(health);
  }

  /** Locked, since the stop may come while the reader's thread tells something. */
  private final class AtPort implements ReaderPorts.Input {

    private final int port;
    private final ContactTeller teller;
    private boolean stopped;

    AtPort(int port, ContactTeller teller) {
      this.port = port;
      this.teller = teller;
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public synchronized void level(boolean high, long nanos) {
      if (stopped) {
        return;
      }
      if (teller.isKnown()) {
        teller.hear(high, nanos, StampedBy.DRIVER);
      } else {
        health = Health.ok(nanos);
        teller.begin(high, nanos);
      }
    }

    @Override
    public synchronized void alive(long nowNanos) {
      if (!stopped) {
        teller.alive(nowNanos);
      }
    }

    @Override
    public synchronized long untilDueNanos(long nowNanos, long longestNanos) {
      return teller.untilSettledNanos(nowNanos, longestNanos);
    }

    /** One interruption an outage, told by its first cause; health says the cause of now. */
    @Override
    public synchronized void lost(PortTrouble trouble, long nowNanos) {
      if (stopped) {
        return;
      }
      stopped = trouble.kind() == Kind.STOPPED;
      String detail = deviceId + ": not known, " + trouble.words();
      Health now = new Health(Status.FAILED, trouble.code(), detail, nowNanos);
      health = now.sameAs(health) ? health : now;
      teller.lose(stopped ? Cause.STOPPED : Cause.LINK_DOWN, detail);
    }
  }
}
