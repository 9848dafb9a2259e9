// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.driver.gpio.ContactInput;
import io.wayside.rig.scenarios.lane.Assembled;
import io.wayside.rig.scenarios.lane.Wrong;
import io.wayside.rig.simulators.loops.ContactEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Through the gateway's driver of contacts, on lines that a simulated kernel stamps. */
final class ThroughGpio implements Way {

  private static final long AFTERWARDS_NANOS = 1_000_000_000L;

  @Override
  public void play(List<ContactEdge> edges, Hearing hearing) throws InterruptedException {
    long end = edges.get(edges.size() - 1).nanos() + AFTERWARDS_NANOS;
    LockstepTime time = new LockstepTime(CHANNELS.size() + 1);
    List<StampedLines> lines = new ArrayList<>();
    List<ContactInput> contacts = new ArrayList<>();
    for (String channel : CHANNELS) {
      List<ContactEdge> mine = edges.stream().filter(e -> e.channel().equals(channel)).toList();
      StampedLines line = new StampedLines(mine, time, end);
      lines.add(line);
      contacts.add(contact(channel, line, time, hearing));
    }
    time.leave();
    for (StampedLines line : lines) {
      line.awaitEnd();
    }
    lines.forEach(StampedLines::release);
    contacts.forEach(ContactInput::stop);
  }

  /**
   * Time stands still until each contact has its listener, so no edge is missed by the
   * subscriptions that come one after the other.
   */
  private static ContactInput contact(
      String channel, StampedLines line, LockstepTime time, Hearing hearing) {
    try {
      ContactInput contact =
          Assembled.make(
              ContactInput.class,
              Map.of("device.id", channel, "provider", "RASPBERRY_PI", "settleUs", 0),
              line,
              time);
      contact.subscribe(new Told(channel, hearing));
      return contact;
    } catch (Wrong wrong) {
      throw new IllegalStateException("the driver refuses its own defaults", wrong);
    }
  }
}
