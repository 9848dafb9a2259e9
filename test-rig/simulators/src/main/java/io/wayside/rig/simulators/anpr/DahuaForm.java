// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parts as the snap manager has them: lines of names and values, then pictures. */
public final class DahuaForm implements EventForm {

  @Override
  public String boundary() {
    return "myboundary";
  }

  @Override
  public boolean answers(String path) {
    return path.startsWith("/cgi-bin/snapManager.cgi?action=attachFileProc")
        && path.contains("TrafficJunction")
        && path.contains("heartbeat=");
  }

  @Override
  public List<byte[]> event(SeenPlate plate) {
    List<byte[]> parts = new ArrayList<>();
    String lines =
        "Events[0].Code=TrafficJunction\r\nEvents[0].EventBaseInfo.Action=Pulse\r\n"
            + "Events[0].UTC="
            + plate.at().getEpochSecond()
            + "\r\n"
            + "Events[0].UTCMS="
            + plate.passage() % 1000
            + "\r\n"
            + "Events[0].Lane="
            + plate.lane()
            + "\r\n"
            + "Events[0].JunctionDirection=Obverse\r\n"
            + "Events[0].CommInfo.Country=VNM\r\n"
            + "Events[0].Object.BoundingBox[0]=2896\r\nEvents[0].Object.BoundingBox[1]=7752\r\n"
            + "Events[0].Object.Confidence="
            + plate.confidence()
            + "\r\n"
            + "Events[0].Object.ObjectType=Plate\r\n"
            + "Events[0].TrafficCar.PlateColor=White\r\n"
            + "Events[0].TrafficCar.PlateNumber="
            + plate.text()
            + "\r\n"
            + "Events[0].TrafficCar.Speed=31\r\n";
    parts.add(part("text/plain", lines.getBytes(StandardCharsets.UTF_8)));
    plate.pictures().forEach(jpeg -> parts.add(part("image/jpeg", jpeg)));
    return parts;
  }

  @Override
  public byte[] heartbeat() {
    return part("text/plain", "Heartbeat\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] part(String type, byte[] content) {
    return Bytes.of(
        "--myboundary\r\nContent-Type: ",
        type,
        "\r\nContent-Length:",
        content.length,
        "\r\n\r\n",
        content,
        "\r\n");
  }
}
