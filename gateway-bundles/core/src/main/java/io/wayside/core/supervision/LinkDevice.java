// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import java.time.Duration;

/** A device that is listened to on a link. */
public final class LinkDevice implements KeptOpen {

  private final String address;
  private final LinkService links;
  private final TimeSource time;
  private final LinkSession session;
  private final LinkSpeaker speaker;
  private final byte[] buffer;

  /**
   * A device whose link is not open yet.
   *
   * @param address of the link; one that cannot be read is told as one that cannot be opened
   * @param bufferBytes the most that is read at once
   */
  public LinkDevice(
      String address,
      LinkService links,
      TimeSource time,
      LinkSession session,
      LinkSpeaker speaker,
      int bufferBytes) {
    this.address = address;
    this.links = links;
    this.time = time;
    this.session = session;
    this.speaker = speaker;
    this.buffer = new byte[bufferBytes];
  }

  @Override
  public void work(Hold hold) throws DeviceException, InterruptedException {
    try (Link link = hold.open(() -> links.open(parsed()))) {
      speaker.on(link);
      session.opened(time.monotonicNanos());
      hold.publish();
      while (!hold.isStopping()) {
        listen(link, hold);
      }
    } finally {
      speaker.off();
    }
  }

  private LinkAddress parsed() throws LinkDown {
    try {
      return LinkAddresses.parse(address);
    } catch (IllegalArgumentException unreadable) {
      throw new LinkDown(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private void listen(Link link, Hold hold) throws DeviceException {
    Duration patience = speaker.speak(link);
    int count = link.read(buffer, patience);
    long now = time.monotonicNanos();
    if (count > 0) {
      session.received(buffer, count, link.sender(), now);
    } else {
      session.quiet(now);
    }
    if (session.heardSinceOpened()) {
      hold.progress();
    }
    hold.publish();
  }

  @Override
  public void broke(DeviceException why) {
    session.down(String.valueOf(why.getMessage()), time.monotonicNanos());
  }

  @Override
  public void faulty(String detail) {
    session.down(detail, time.monotonicNanos());
  }

  @Override
  public void stopped() {
    session.stopped(time.monotonicNanos());
  }

  @Override
  public Health health() {
    return session.health();
  }

  @Override
  public String counts() {
    return session.counts();
  }
}
