// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.TagSighting;
import io.wayside.driver.llrp.codec.Element;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Parameter;
import java.util.Optional;

/** What a reader tells of itself. */
final class Events {

  private static final int SPEC_ENDED = 1;

  /**
   * What of an event concerns the connection.
   *
   * @param attempt status of a connection that was asked for
   * @param closing whether the reader says goodbye
   * @param inventoryEnded whether an inventory of ours came to an end
   */
  record Outcome(Optional<Integer> attempt, boolean closing, boolean inventoryEnded) {

    static final Outcome NONE = new Outcome(Optional.empty(), false, false);
  }

  private final Settings settings;
  private final Listener<? super TagSighting> listener;
  private final Notices notices;
  private final Counters counters;
  private final Hearing hearing;
  private final Inputs inputs;

  Events(
      Settings settings,
      Listener<? super TagSighting> listener,
      Notices notices,
      Counters counters,
      Hearing hearing,
      Inputs inputs) {
    this.inputs = inputs;
    this.settings = settings;
    this.listener = listener;
    this.notices = notices;
    this.counters = counters;
    this.hearing = hearing;
  }

  Outcome take(Message message, long now) {
    return message
        .last("ReaderEventNotificationData")
        .map(data -> data(data, now))
        .orElse(Outcome.NONE);
  }

  private Outcome data(Parameter data, long now) {
    time(data, now);
    data.last("GPIEvent")
        .ifPresent(
            event -> inputs.heard((int) event.number("port"), event.number("event") != 0, now));
    data.last("AntennaEvent").ifPresent(event -> antenna(event, now));
    data.last("ReaderExceptionEvent")
        .ifPresent(
            event ->
                tell(
                    "reader-exception",
                    "reports a fault of its own: \""
                        + event.octets("message").text().orElse("unreadable")
                        + "\"",
                    now));
    data.last("ReportBufferLevelWarningEvent")
        .ifPresent(
            event ->
                tell(
                    "reader-buffer-filling",
                    "its buffer is filled by " + event.number("percentFull") + " %",
                    now));
    if (data.last("ReportBufferOverflowErrorEvent").isPresent()) {
      overflow(now);
    }
    boolean ended =
        data.last("ROSpecEvent")
            .filter(
                event ->
                    event.number("eventType") == SPEC_ENDED
                        && hearing.isSpec(event.number("roSpecId")))
            .isPresent();
    return new Outcome(
        data.last("ConnectionAttemptEvent").map(attempt -> (int) attempt.number("status")),
        data.last("ConnectionCloseEvent").isPresent(),
        ended);
  }

  private void time(Element data, long now) {
    data.last("UTCTimestamp")
        .ifPresent(stamp -> hearing.stamp(stamp.number("microseconds"), false, now));
    data.last("Uptime").ifPresent(stamp -> hearing.stamp(stamp.number("microseconds"), true, now));
  }

  private void antenna(Parameter event, long now) {
    String port = Long.toString(event.number("antennaId"));
    boolean connected = event.number("eventType") != 0;
    if (connected) {
      notices.takeBack(port, "antenna-disconnected");
    } else if (settings.antennas().isEmpty()
        || settings.antennas().contains((int) event.number("antennaId"))) {
      notices.hold(
          port,
          "antenna-disconnected",
          settings.place() + ": no antenna at port " + port + "; check cable and connector",
          now);
    }
  }

  private void overflow(long now) {
    counters.lost++;
    inputs.missed();
    tell("reports-lost", "its buffer ran over and reports are lost; check the network", now);
    listener.interrupted(
        new Interruption(
            hearing.lastTold(now), Cause.OVERRUN, settings.place() + ": reports are lost"));
  }

  private void tell(String code, String what, long now) {
    notices.tell(code, settings.place() + ": " + what, now);
  }
}
