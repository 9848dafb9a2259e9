// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts as the alert stream has them: an XML alert, with or without its declaration, then pictures.
 */
public final class HikvisionForm implements EventForm {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n";
  private static final String SPACE = "http://www.hikvision.com/ver20/XMLSchema";

  private final boolean declared;
  private final boolean named;

  /**
   * @param declared whether alerts begin with an XML declaration
   * @param named whether passages have a UUID of their own
   */
  public HikvisionForm(boolean declared, boolean named) {
    this.declared = declared;
    this.named = named;
  }

  @Override
  public String boundary() {
    return "boundary";
  }

  @Override
  public boolean answers(String path) {
    return path.equals("/ISAPI/Event/notification/alertStream");
  }

  @Override
  public List<byte[]> event(SeenPlate plate) {
    List<byte[]> parts = new ArrayList<>();
    String anpr =
        "<ANPR>\r\n<country>VN</country>\r\n<licensePlate>%s</licensePlate>\r\n<line>%d</line>\r\n"
                .formatted(escaped(plate.text()), plate.lane())
            + "<direction>forward</direction>\r\n<confidenceLevel>%d</confidenceLevel>\r\n"
                .formatted(plate.confidence())
            + "<plateType>unknown</plateType>\r\n<plateColor>white</plateColor>\r\n"
            + "<vehicleType>vehicle</vehicleType>\r\n</ANPR>\r\n"
            + (named ? "<UUID>b8a3-%08d</UUID>\r\n".formatted(plate.passage()) : "")
            + "<picNum>%d</picNum>\r\n".formatted(plate.pictures().size());
    parts.add(alert("ANPR", plate, anpr));
    for (byte[] jpeg : plate.pictures()) {
      parts.add(
          Bytes.of(
              "--boundary\r\nContent-Disposition: form-data; name=\"licensePlatePicture.jpg\";"
                  + " filename=\"licensePlatePicture.jpg\"\r\nContent-Type: image/jpeg\r\n",
              "Content-Length: " + jpeg.length + "\r\n\r\n",
              jpeg,
              "\r\n"));
    }
    return parts;
  }

  @Override
  public byte[] heartbeat() {
    return alert(
        "videoloss",
        new SeenPlate(0, 0, "", 0, 1, java.time.Instant.EPOCH, List.of()),
        "<eventDescription>videoloss alarm</eventDescription>\r\n");
  }

  private byte[] alert(String type, SeenPlate plate, String more) {
    OffsetDateTime local = plate.at().atOffset(ZoneOffset.ofHours(7));
    String xml =
        (declared ? XML : "")
            + "<EventNotificationAlert version=\"2.0\" xmlns=\""
            + SPACE
            + "\">\r\n"
            + "<ipAddress>127.0.0.1</ipAddress>\r\n<portNo>80</portNo>\r\n"
            + "<channelID>1</channelID>\r\n<dateTime>"
            + local
            + "</dateTime>\r\n"
            + "<activePostCount>"
            + plate.post()
            + "</activePostCount>\r\n"
            + "<eventType>"
            + type
            + "</eventType>\r\n<eventState>"
            + (type.equals("ANPR") ? "active" : "inactive")
            + "</eventState>\r\n"
            + more
            + "</EventNotificationAlert>\r\n";
    int length = xml.getBytes(StandardCharsets.UTF_8).length;
    return Bytes.of(
        "--boundary\r\nContent-Type: application/xml; charset=\"UTF-8\"\r\nContent-Length: ",
        length,
        "\r\n\r\n",
        xml,
        "\r\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
