// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.Presence;
import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.AidStatus;
import io.wayside.driver.nmea.ais.AidToNavigation;
import io.wayside.driver.nmea.ais.AisMessage;
import io.wayside.driver.nmea.ais.BroadcastBinary;
import io.wayside.driver.nmea.ais.ShortAidToNavigation;
import io.wayside.driver.nmea.ais.SlotBinary;
import java.util.Optional;

/**
 * What messages say of aids. An aid is who sends the message, or for whom it is sent; its number
 * says nothing of what it is, nor does the area of an application of where it is.
 */
final class AidWords {

  /** Its place is that of the chart and not measured. */
  private static final int SURVEYED = 7;

  private static final int AFLOAT = 0;
  private static final int FIXED = 1;
  private static final int MOBILE = 5;

  private AidWords() {}

  /** Empty when the message says nothing of an aid. */
  static Optional<AidReport> of(AisMessage message, long nanos) {
    String aid = Names.mmsi(message.mmsi());
    Optional<AidDraft> draft = Optional.empty();
    if (message instanceof AidToNavigation aton) {
      draft = Optional.of(report(aton, new AidDraft(aid)));
    } else if (message instanceof ShortAidToNavigation aton) {
      draft = Optional.of(report(aton, new AidDraft(aid)));
    } else if (message instanceof AddressedBinary binary) {
      draft = MonitoringWords.of(binary.content(), new AidDraft(aid));
    } else if (message instanceof BroadcastBinary binary) {
      draft = MonitoringWords.of(binary.content(), new AidDraft(aid));
    } else if (message instanceof SlotBinary binary) {
      draft = MonitoringWords.of(binary.content(), new AidDraft(aid));
    }
    return draft.map(made -> made.at(nanos));
  }

  private static AidDraft report(AidToNavigation aton, AidDraft draft) {
    draft.name(aton.name());
    if (aton.virtual().orElse(false)) {
      return draft.presence(Presence.VIRTUAL);
    }
    status(aton.status(), draft);
    return draft
        .presence(aton.virtual().isEmpty() ? Presence.NOT_TOLD : there(aton))
        .fix(aton.epfd() == SURVEYED ? Optional.empty() : Places.fix(aton.place(), aton.second()))
        .offPosition(aton.offPosition());
  }

  private static AidDraft report(ShortAidToNavigation aton, AidDraft draft) {
    if (aton.virtual()) {
      return draft.presence(Presence.VIRTUAL);
    }
    status(aton.status(), draft);
    return draft
        .presence(
            switch (aton.stationType()) {
              case AFLOAT, FIXED, MOBILE -> there(aton);
              default -> Presence.NOT_TOLD;
            })
        .fix(Places.fix(aton.place(), aton.second()))
        .offPosition(aton.offPosition());
  }

  /** What others send for it comes with a repeat indicator. */
  private static Presence there(AisMessage message) {
    return message.repeat() == 0 ? Presence.REAL : Presence.SYNTHETIC;
  }

  private static void status(AidStatus status, AidDraft draft) {
    status.health().ifPresent(health -> MonitoringWords.health(health, draft));
  }
}
