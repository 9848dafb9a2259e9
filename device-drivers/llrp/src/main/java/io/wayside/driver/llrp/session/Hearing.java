// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.TagSighting;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.ReportReader;
import io.wayside.driver.llrp.codec.TagReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reports to sightings. A sighting has the time its report came; what a reader kept from an earlier
 * connection is told by the number of its ROSpec and passed over, since it was heard when nobody
 * could know which vehicle was there.
 */
final class Hearing {

  /** A reader that does not say how strong a reply was is given the weakest there is. */
  private static final int UNKNOWN_STRENGTH_DBM = -128;

  private static final int PEAK_RSSI = 6;
  private static final int CHANNEL_INDEX = 7;
  private static final int LAST_SEEN_UTC = 4;
  private static final int LAST_SEEN_UPTIME = 5;

  /**
   * What a reader had kept, or on its way when its radio was turned off, comes within this time.
   */
  private static final long SETTLED_NANOS = 1_000_000_000;

  private final Settings settings;
  private final Listener<? super TagSighting> listener;
  private final Notices notices;
  private final Counters counters;
  private final ReaderClock clock = new ReaderClock();
  private final ReportReader reports = new ReportReader();
  private final Flood flood;
  private List<Long> channelsKhz = List.of();
  private long roSpecId;
  private long preparedAt;
  private boolean radioOn;
  private long offSince;
  private boolean strengthKnown;
  private long now;
  private long lastTold = Long.MIN_VALUE;
  private boolean flooded;
  private int tags;

  Hearing(
      Settings settings,
      Listener<? super TagSighting> listener,
      Notices notices,
      Counters counters) {
    this.settings = settings;
    this.listener = listener;
    this.notices = notices;
    this.counters = counters;
    this.flood = new Flood(settings.mostSightingsPerS());
  }

  /** A new connection: nothing of the last one counts. */
  void begin() {
    reports.forget();
    clock.forget();
    flood.forget();
    channelsKhz = List.of();
    strengthKnown = false;
    radioOn = false;
    flooded = false;
  }

  void spec(long newRoSpecId, List<Long> channels, long at) {
    roSpecId = newRoSpecId;
    channelsKhz = channels;
    preparedAt = at;
    offSince = at;
    reports.forget();
  }

  void radio(boolean on, long at) {
    radioOn = on;
    offSince = at;
  }

  void report(Frame frame, long at) throws Garbled {
    now = at;
    tags = 0;
    reports.read(frame, this::tag);
    if (tags == 0) {
      counters.emptyReports++;
    }
  }

  private void tag(TagReport tag) {
    tags++;
    if (tag.roSpecId() != TagReport.NEVER && tag.roSpecId() != roSpecId) {
      ofAnother(tag.roSpecId());
      return;
    }
    if (tag.carries(LAST_SEEN_UTC) || tag.carries(LAST_SEEN_UPTIME)) {
      stamp(tag.lastSeenMicros(), tag.uptime(), now);
    }
    if (tag.carries(CHANNEL_INDEX)) {
      channel(tag.channelIndex());
    }
    if (!radioOn) {
      heardWhileOff();
      return;
    }
    Optional<Integer> antenna = antenna(tag);
    if (antenna.isEmpty()) {
      counters.withoutAntenna++;
      notices.tell(
          "antenna-unknown",
          settings.place()
              + ": reports name no antenna, and several are in use; one reader port"
              + " for each lane, or a reader that names them",
          now);
      return;
    }
    tell(tag, antenna.get());
  }

  /** What a reader kept comes at once; what comes later is heard by an inventory that goes on. */
  private void ofAnother(long other) {
    counters.fromOldSpecs++;
    if (now - preparedAt > SETTLED_NANOS) {
      notices.tell(
          "other-inventory",
          settings.place()
              + ": reports tags of an inventory that is not ours (ROSpec "
              + other
              + "), which are passed over; stop its other client, or restart it",
          now);
    }
  }

  private void heardWhileOff() {
    counters.whileOff++;
    if (now - offSince > SETTLED_NANOS) {
      notices.tell(
          "radio-not-off",
          settings.place()
              + ": still hears tags although its radio was turned off; check the"
              + " reader for other clients and power it off",
          now);
    }
  }

  private Optional<Integer> antenna(TagReport tag) {
    if (tag.antenna() > 0) {
      return Optional.of(tag.antenna());
    }
    return settings.antennas().size() == 1
        ? Optional.of(settings.antennas().get(0))
        : Optional.empty();
  }

  private void tell(TagReport tag, int antenna) {
    String epc = tag.epcHex();
    int replies = flood.admit(epc, antenna, Math.max(1, tag.count()), now);
    if (replies == Flood.MERGED) {
      counters.merged++;
      return;
    }
    if (replies == Flood.DROPPED) {
      overrun();
      return;
    }
    flooded = false;
    strengthKnown |= tag.carries(PEAK_RSSI);
    counters.told++;
    lastTold = now;
    listener.received(
        new TagSighting(
            now,
            epc,
            tag.epcBits(),
            memory(tag, Requests.READ_TID),
            memory(tag, Requests.READ_USER),
            antenna,
            strengthKnown ? tag.rssiDbm() : UNKNOWN_STRENGTH_DBM,
            replies));
  }

  private static Optional<String> memory(TagReport tag, int operation) {
    for (int i = 0; i < tag.reads(); i++) {
      if (tag.readOpSpecId(i) == operation && tag.readResult(i) == 0) {
        String read = tag.readHex(i);
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private void overrun() {
    counters.dropped++;
    String words =
        settings.place()
            + ": more than "
            + 2 * settings.mostSightingsPerS()
            + " sightings a second; the excess was dropped; check for other tags in the field";
    notices.tell("flood", words, now);
    if (!flooded) {
      flooded = true;
      listener.interrupted(new Interruption(lastTold(now), Cause.OVERRUN, words));
    }
  }

  private void channel(int index) {
    if (settings.allowedKhz().isEmpty()) {
      return;
    }
    if (index < 1 || index > channelsKhz.size()) {
      notices.tell(
          "forbidden-channel",
          settings.place()
              + ": transmits on channel "
              + index
              + ", which its table of frequencies"
              + " does not have; check its region setting",
          now);
    } else if (!allowed(channelsKhz.get(index - 1))) {
      notices.tell(
          "forbidden-channel",
          settings.place()
              + ": transmits on "
              + channelsKhz.get(index - 1)
              + " kHz, which the"
              + " licence does not allow; turn its radio off and check its region setting",
          now);
    }
  }

  boolean allowed(long khz) {
    return settings.allowedKhz().contains((int) khz);
  }

  void stamp(long micros, boolean sinceStart, long at) {
    clock
        .stamp(micros, sinceStart, at)
        .ifPresent(
            nanos ->
                notices.tell(
                    "reader-clock-jumped",
                    settings.place()
                        + ": its clock was moved by "
                        + Duration.ofNanos(nanos)
                        + "; sightings have the gateway's time and are not touched",
                    at));
  }

  boolean isSpec(long id) {
    return id == roSpecId;
  }

  /** The last moment up to which nothing is known to have been missed. */
  long lastTold(long orElse) {
    return lastTold == Long.MIN_VALUE ? orElse : lastTold;
  }

  long clockJumps() {
    return clock.jumps();
  }
}
