// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.data.GarbledData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The alert stream of ISAPI: a part {@code EventNotificationAlert} in XML, of some firmware in
 * JSON, then parts with pictures. Heartbeats are events of another type.
 */
final class Hikvision implements Dialect {

  private final int channel;

  Hikvision(int channel) {
    this.channel = channel;
  }

  /** Of all channels at once. */
  @Override
  public String path() {
    return "/ISAPI/Event/notification/alertStream";
  }

  @Override
  public Optional<PlateNotice> read(byte[] part) throws GarbledData {
    Leaves alert = Leaves.of(part);
    boolean isPlate = alert.text("eventType").filter("ANPR"::equalsIgnoreCase).isPresent();
    Optional<String> plate = alert.text("ANPR/licensePlate", "ANPR/originalLicensePlate");
    boolean isOurs = alert.whole("channelID", "dynChannelID").orElse(channel) == channel;
    if (!isPlate || !isOurs || plate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlateNotice(
            alert.text("UUID", "ANPR/UUID"),
            alert.whole("activePostCount").orElse(1),
            plate.get(),
            alert.share("ANPR/confidenceLevel"),
            alert.text("ANPR/line", "ANPR/laneNo"),
            alert.text("ANPR/direction"),
            alert.text("ANPR/country", "ANPR/countryName"),
            alert.text("ANPR/plateColor"),
            alert.text("ANPR/vehicleType", "ANPR/vehicleInfo/vehicleType"),
            alert.text("dateTime").flatMap(Hikvision::moment),
            pictures(alert)));
  }

  private static OptionalInt pictures(Leaves alert) {
    return alert.whole("picNum", "ANPR/picNum", "detectionPicturesNumber");
  }

  /** A time without an offset says too little. */
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException local) {
      return Optional.empty();
    }
  }
}
