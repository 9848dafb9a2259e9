// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The site document of a simulated weigh lane, as a technician would write it. */
public final class SiteFile {

  private SiteFile() {}

  /** Writes it for brisk drivers: two and a half seconds without an axle end a vehicle. */
  public static Path write(Path file, String gateway, String scaleLink, String broker)
      throws IOException {
    return write(file, gateway, scaleLink, broker, "2.5 s");
  }

  /**
   * Writes it.
   *
   * @param scaleLink where the indicator is, such as {@code serial:/dev/ttyUSB0?9600,8N1}
   * @param broker where the centre is
   * @param vehicleGap without an axle for so long a vehicle is complete, such as {@code 8 s}
   */
  public static Path write(
      Path file, String gateway, String scaleLink, String broker, String vehicleGap)
      throws IOException {
    Value.Fields site =
        Value.Fields.with(
                "gateway",
                Value.Fields.with("id", gateway)
                    .and("tenant", "demo")
                    .and("name", "Trạm cân mô phỏng (simulated weigh station)")
                    .and("statusEvery", "5 s")
                    .build())
            .and("journal", Value.Fields.with("quota", "256 MiB").build())
            .and(
                "devices",
                Value.Fields.with(
                        "scale-1",
                        Value.Fields.with("type", "indicator")
                            .and("link", scaleLink)
                            .and("format", "YAOHUA_A9_DECIMAL_POSITION")
                            .and("scaleInterval", "10 kg")
                            .and("max", "30 t")
                            .and("simulated", true)
                            .build())
                    .build())
            .and(
                "stations",
                Value.Fields.with(
                        "lane-1",
                        Value.Fields.with("type", "weighing")
                            .and("scaleDevice", "scale-1")
                            .and("scaleInterval", "10 kg")
                            .and("vehicleGap", vehicleGap)
                            .build())
                    .build())
            .and(
                "uplinks",
                Value.Fields.with(
                        "centre",
                        Value.Fields.with("type", "mqtt")
                            .and("brokers", List.of(new Value.Text(broker)))
                            .and("firstConnectWithin", "0 s")
                            .and("longestPause", "5 s")
                            .build())
                    .build())
            .build();
    return Files.writeString(file, Json.writeIndented(site) + "\n");
  }

  /**
   * Changes one text in a site document, or adds it.
   *
   * @param place the member, such as {@code stations.lane-1.vehicleGap}
   */
  public static void set(Path file, String place, String text) throws IOException {
    set(file, place, new Value.Text(text));
  }

  /** Changes one value in a site document, or adds it. */
  public static void set(Path file, String place, Value value) throws IOException {
    try {
      Value changed = with(Json.read(Files.readString(file)).root(), place, value);
      Files.writeString(file, Json.writeIndented(changed) + "\n");
    } catch (GarbledData garbled) {
      throw new IOException(file + " is no site document: " + garbled.getMessage(), garbled);
    }
  }

  private static Value with(Value tree, String place, Value value) {
    int dot = place.indexOf('.');
    String name = dot < 0 ? place : place.substring(0, dot);
    Map<String, Value> members =
        new LinkedHashMap<>(tree instanceof Value.Fields fields ? fields.values() : Map.of());
    members.put(
        name,
        dot < 0
            ? value
            : with(members.getOrDefault(name, Value.ABSENT), place.substring(dot + 1), value));
    return new Value.Fields(members);
  }
}
