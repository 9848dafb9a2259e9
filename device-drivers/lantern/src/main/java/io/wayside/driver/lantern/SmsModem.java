// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.Hold;
import io.wayside.core.supervision.KeptOpen;
import io.wayside.core.time.TimeSource;
import java.time.Duration;

/** A modem on its line. A stop lets it finish what it was told: a command cut off confuses it. */
final class SmsModem implements KeptOpen {

  private final String deviceId;
  private final LinkService links;
  private final LinkAddress address;
  private final SmsSession session;
  private final Duration lookEvery;
  private final Duration answerWithin;
  private final TimeSource time;

  SmsModem(
      String deviceId,
      LinkService links,
      LinkAddress address,
      SmsSession session,
      Duration lookEvery,
      Duration answerWithin,
      TimeSource time) {
    this.deviceId = deviceId;
    this.links = links;
    this.address = address;
    this.session = session;
    this.lookEvery = lookEvery;
    this.answerWithin = answerWithin;
    this.time = time;
  }

  @Override
  public void work(Hold hold) throws DeviceException {
    try (Link link = links.open(address)) {
      Modem modem = new Modem(deviceId, link, answerWithin, time, hold::isStopping);
      session.begin(modem);
      while (!hold.isStopping()) {
        boolean more = session.turn(modem);
        hold.progress();
        hold.publish();
        if (!more) {
          modem.awaitAnnouncement(lookEvery);
        }
      }
    }
  }

  @Override
  public void broke(DeviceException why) {
    session.lost(why);
  }

  @Override
  public void faulty(String detail) {
    session.lost(new LinkDown(detail));
  }

  @Override
  public void stopped() {
    session.end();
  }

  @Override
  public Health health() {
    return session.health();
  }

  @Override
  public String counts() {
    return "messages heard " + session.counts();
  }
}
