// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.spoken;

import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.AidStatus;
import io.wayside.driver.nmea.ais.AidToNavigation;
import io.wayside.driver.nmea.ais.Announcement;
import io.wayside.driver.nmea.ais.BroadcastOrder;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What is told of an aid, as the sentences of messages 21 and 6. */
public final class AidSentences {

  private static final String TALKER = "AI";

  /** The transponder chooses. */
  private static final char NO_CHANNEL = ' ';

  private static final int MONITORING = 10;
  private static final int GPS = 1;
  private static final int SURVEYED = 7;
  private static final int NO_SECOND = 60;
  private static final int PLACED_BY_HAND = 61;

  /** The accuracy bit stands for ten metres or better. */
  private static final double ACCURATE_M = 10;

  /** Supply voltages are steps of 0.05 V to 36 V; 0 is not used. */
  private static final double STEPS_A_VOLT = 20;

  private static final int MOST_STEPS = 720;

  private final Manner manner;

  public AidSentences(Manner manner) {
    this.manner = manner;
  }

  /**
   * Message 21. Its off-position bit means something only with a second of the minute, its status
   * bits only on page 7: what is not known is sent without either.
   *
   * @param count goes up by one with each message, to tell those of several sentences apart
   * @throws IllegalArgumentException when the name is too long or has characters AIS does not know
   */
  public List<String> of(AidAnnouncement aid, int count) {
    Fix place = aid.place();
    Bits bits =
        new AidToNavigation(
                new Header(21, aid.presence() == Presence.SYNTHETIC ? 1 : 0, aid.mmsi()),
                aid.kind(),
                aid.name(),
                place.sigmaM().isPresent() && 2 * place.sigmaM().getAsDouble() <= ACCURATE_M,
                Place.ofDegrees(place.longitudeDeg(), place.latitudeDeg()),
                new Dimensions(0, 0, 0, 0),
                aid.measured() ? GPS : SURVEYED,
                second(aid),
                aid.offPosition().orElse(false),
                status(aid),
                Optional.of(false),
                Optional.of(aid.presence() == Presence.VIRTUAL),
                Optional.of(false))
            .bits();
    return sentences(manner.aids(), bits, Math.floorMod(count, 10));
  }

  private static int second(AidAnnouncement aid) {
    if (aid.offPosition().isPresent()) {
      return aid.at().atOffset(ZoneOffset.UTC).getSecond();
    }
    return aid.measured() ? NO_SECOND : PLACED_BY_HAND;
  }

  private static AidStatus status(AidAnnouncement aid) {
    return aid.alarm()
        .map(alarm -> AidStatus.of(health(aid.racon(), aid.light(), alarm)))
        .orElse(new AidStatus(0));
  }

  /** Message 6, monitoring; {@code count} as for an announcement. */
  public List<String> of(AidCondition condition, int count) {
    AddressedBinary message =
        new AddressedBinary(
            new Header(6, 0, condition.mmsi()),
            Math.floorMod(count, 4),
            condition.authority(),
            false,
            manner.area(),
            MONITORING,
            new AidMonitoring(
                steps(condition, AidQuantity.SUPPLY_V),
                steps(condition, AidQuantity.EXTERNAL_1_V),
                steps(condition, AidQuantity.EXTERNAL_2_V),
                health(condition.racon(), condition.light(), condition.alarm()),
                condition.inputs().orElse(0) & 0xff,
                condition.offPosition()));
    return manner.conditions() == Form.MEB
        ? new BroadcastOrder(TALKER, message.sequence(), BroadcastOrder.Channel.EITHER, 0)
            .sentences(message)
        : sentences(manner.conditions(), message.bits(), message.sequence());
  }

  private static List<String> sentences(Form form, Bits bits, int sequence) {
    Announcement announcement = new Announcement(TALKER, sequence, bits);
    return form == Form.VDO ? announcement.own(NO_CHANNEL) : announcement.received(NO_CHANNEL);
  }

  /** What is too small or too large to be said is not said. */
  private static int steps(AidCondition condition, AidQuantity quantity) {
    double volts = condition.quantities().getOrDefault(quantity, 0.0);
    long steps = Math.round(volts * STEPS_A_VOLT);
    return steps > 0 && steps <= MOST_STEPS ? (int) steps : 0;
  }

  private static AidHealth health(RaconStatus racon, LightStatus light, boolean alarm) {
    return new AidHealth(
        switch (racon) {
          case NOT_TOLD -> 0;
          case NOT_MONITORED -> 1;
          case OPERATIONAL -> 2;
          case FAILED -> 3;
        },
        switch (light) {
          case NOT_TOLD -> 0;
          case ON -> 1;
          case OFF -> 2;
          case FAILED -> 3;
        },
        alarm);
  }
}
