// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.UplinkState;
import io.wayside.uplink.transport.Trouble;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the live view says about itself; written by the node's thread, read by anybody. */
final class NodeState {

  private static final Logger LOG = LoggerFactory.getLogger(NodeState.class);

  private final UplinkState uplink;
  private String refusals = "";
  private long passedOver;
  private long garbled;
  private String address = "";
  private boolean live;

  NodeState(TimeSource time, LongSupplier backlog) {
    this.uplink = new UplinkState(time, backlog);
  }

  Health health() {
    return uplink.health();
  }

  void withoutTransport(String why) {
    uplink.withoutTransport(why);
  }

  void troubled(Trouble trouble, String why) {
    live = false;
    uplink.troubled(trouble, why);
  }

  void journalUnreadable(String why) {
    live = false;
    uplink.journalUnreadable(why);
  }

  /** Without a number that was kept there must be no connection. */
  void numberNotKept(String why) {
    uplink.say(Status.FAILED, "state-not-kept", why);
  }

  void subscribing(String broker) {
    address = broker;
    refusals = "";
  }

  void waitingForHost(String broker, String host) {
    uplink.say(
        Status.DEGRADED,
        "primary-host-absent",
        "connected to "
            + broker
            + ", where the primary host \""
            + host
            + "\" has not said that it is there; nothing is shown until it does"
            + refusals);
  }

  /** Births are out. */
  void live(String broker) {
    address = broker;
    live = true;
    speak();
  }

  void subscriptionRefused(String filterAndReason) {
    refusals =
        "; the broker refuses the subscription to "
            + filterAndReason
            + ", give this gateway the right to read it";
    speak();
  }

  /** Commands that were not carried out, since a live view takes none but the rebirth. */
  void passedOver(long commands) {
    if (commands > 0) {
      passedOver += commands;
      LOG.debug("{} commands refused: they belong to the command path", commands);
      speak();
    }
  }

  void garbled(String topic, GarbledData why) {
    garbled++;
    LOG.debug("a message on {} cannot be read: {}", topic, why.getMessage());
    speak();
  }

  private void speak() {
    if (!live) {
      return;
    }
    String message = "live at " + address + refusals + refused() + unreadable();
    if (refusals.isEmpty()) {
      uplink.say(Status.OK, "ok", message);
    } else {
      uplink.say(Status.DEGRADED, "commands-refused-by-broker", message);
    }
  }

  private String refused() {
    return passedOver == 0
        ? ""
        : "; " + passedOver + " commands of hosts refused, send them by the command path";
  }

  private String unreadable() {
    return garbled == 0 ? "" : "; " + garbled + " messages of hosts were unreadable";
  }
}
