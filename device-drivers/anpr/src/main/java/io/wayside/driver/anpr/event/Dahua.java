// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.data.GarbledData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Events of the traffic junction: lines {@code Events[0].TrafficCar.PlateNumber=…} with pictures,
 * or one line with {@code data={…}} without. A heartbeat is the word itself.
 */
final class Dahua implements Dialect {

  private static final String DATA = ";data=";

  private final int channel;

  Dahua(int channel) {
    this.channel = channel;
  }

  @Override
  public String path() {
    return "/cgi-bin/snapManager.cgi?action=attachFileProc&channel="
        + channel
        + "&Flags%5B0%5D=Event&Events=%5BTrafficJunction%5D&heartbeat=5";
  }

  @Override
  public Optional<PlateNotice> read(byte[] part) throws GarbledData {
    String text = new String(part, StandardCharsets.UTF_8).strip();
    int data = text.indexOf(DATA);
    Leaves event =
        text.startsWith("Code=") && data > 0
            ? Leaves.ofJson(text.substring(data + DATA.length()))
            : Leaves.of(part);
    boolean isPlate =
        text.startsWith("Code=TrafficJunction")
            || event.text("Code").filter("TrafficJunction"::equals).isPresent();
    Optional<String> plate = event.text("TrafficCar/PlateNumber", "Object/Text");
    if (!isPlate || plate.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> seconds = event.text("UTC").filter(t -> t.matches("\\d{9,11}"));
    return Optional.of(
        new PlateNotice(
            seconds.map(utc -> utc + " " + event.text("UTCMS").orElse("") + " " + plate.get()),
            1,
            plate.get(),
            event.share("Object/Confidence", "TrafficCar/PlateConfidence"),
            event.text("Lane", "TrafficCar/Lane"),
            event.text("JunctionDirection", "CommInfo/JunctionDirection"),
            event.text("CommInfo/Country", "TrafficCar/Country"),
            event.text("TrafficCar/PlateColor"),
            event.text("TrafficCar/VehicleCategory", "Vehicle/Category", "TrafficCar/VehicleSize"),
            seconds.map(utc -> Instant.ofEpochSecond(Long.parseLong(utc))),
            OptionalInt.empty()));
  }
}
