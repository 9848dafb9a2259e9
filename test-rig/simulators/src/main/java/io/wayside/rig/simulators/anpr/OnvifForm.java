// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** How a camera of Profile M writes; none of it is shared with the driver. */
final class OnvifForm {

  private static final String SPACES =
      " xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:wsa5=\"http://www.w3.org/2005/08/addressing\""
          + " xmlns:tev=\"http://www.onvif.org/ver10/events/wsdl\""
          + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
          + " xmlns:b2=\"http://docs.oasis-open.org/wsn/b-2\""
          + " xmlns:ter=\"http://www.onvif.org/ver10/error\""
          + " xmlns:tns1=\"http://www.onvif.org/ver10/topics\""
          + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"";

  private OnvifForm() {}

  static String envelope(String body) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<env:Envelope"
        + SPACES
        + "><env:Body>"
        + body
        + "</env:Body></env:Envelope>\n";
  }

  static String fault(String subcode, String reason) {
    return envelope(
        "<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>"
            + subcode
            + "</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang=\"en\">"
            + reason
            + "</env:Text></env:Reason></env:Fault>");
  }

  static String time(Instant clock) {
    String[] parts = clock.truncatedTo(ChronoUnit.SECONDS).toString().split("[-T:Z]", -1);
    return envelope(
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime>"
            + "<tt:DateTimeType>Manual</tt:DateTimeType><tt:UTCDateTime><tt:Time><tt:Hour>"
            + parts[3]
            + "</tt:Hour><tt:Minute>"
            + parts[4]
            + "</tt:Minute><tt:Second>"
            + parts[5]
            + "</tt:Second></tt:Time><tt:Date><tt:Year>"
            + parts[0]
            + "</tt:Year><tt:Month>"
            + parts[1]
            + "</tt:Month><tt:Day>"
            + parts[2]
            + "</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>"
            + "</tds:GetSystemDateAndTimeResponse>");
  }

  /** With addresses as a camera behind a router knows them. */
  static String services() {
    return envelope(
        "<tds:GetServicesResponse><tds:Service>"
            + "<tds:Namespace>http://www.onvif.org/ver10/media/wsdl</tds:Namespace>"
            + "<tds:XAddr>http://192.0.2.77/onvif/media</tds:XAddr></tds:Service><tds:Service>"
            + "<tds:Namespace>http://www.onvif.org/ver10/events/wsdl</tds:Namespace>"
            + "<tds:XAddr>http://192.0.2.77/onvif/events?a=1&amp;b=2</tds:XAddr></tds:Service>"
            + "</tds:GetServicesResponse>");
  }

  /** Two slashes at the beginning of a path are right, and a trap for who puts it together. */
  static String subscribed(int id, Instant now, Instant until) {
    return envelope(
        "<tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference><wsa5:Address>"
            + "http://192.0.2.77//onvif/pull</wsa5:Address><wsa5:ReferenceParameters>"
            + "<v:Which xmlns:v=\"urn:example:camera\">"
            + id
            + "</v:Which></wsa5:ReferenceParameters></tev:SubscriptionReference>"
            + times("b2", now, until)
            + "</tev:CreatePullPointSubscriptionResponse>");
  }

  static String pulled(Instant now, Instant until, List<String> messages) {
    return envelope(
        "<tev:PullMessagesResponse>"
            + times("tev", now, until)
            + String.join("\n", messages)
            + "</tev:PullMessagesResponse>");
  }

  static String renewed(Instant now, Instant until) {
    return envelope(
        "<b2:RenewResponse><b2:TerminationTime>"
            + until
            + "</b2:TerminationTime><b2:CurrentTime>"
            + now
            + "</b2:CurrentTime></b2:RenewResponse>");
  }

  private static String times(String prefix, Instant now, Instant until) {
    return "<%1$s:CurrentTime>%2$s</%1$s:CurrentTime><%1$s:TerminationTime>%3$s</%1$s:TerminationTime>"
        .formatted(prefix, now, until);
  }

  /** The plate as the standard has it; the lane is the rule's name. */
  static String plate(SeenPlate plate) {
    String likelihood = "0.%02d".formatted(plate.confidence());
    StringBuilder data = new StringBuilder();
    data.append(simple("Likelihood", likelihood));
    data.append(simple("ObjectId", Integer.toString(plate.passage() + 4_000)));
    data.append("<tt:ElementItem Name=\"LicensePlateInfo\"><tt:LicensePlateInfo>");
    data.append("<tt:PlateNumber Likelihood=\"").append(likelihood).append("\">");
    data.append(escaped(plate.text())).append("</tt:PlateNumber>");
    data.append("<tt:PlateType Likelihood=\"0.8\">Normal</tt:PlateType>");
    data.append("<tt:CountryCode Likelihood=\"0.7\">VN</tt:CountryCode>");
    data.append("</tt:LicensePlateInfo></tt:ElementItem>");
    data.append("<tt:ElementItem Name=\"VehicleInfo\"><tt:VehicleInfo>");
    data.append("<tt:Type Likelihood=\"0.9\">Car</tt:Type></tt:VehicleInfo></tt:ElementItem>");
    for (int i = 0; i < Math.min(2, plate.pictures().size()); i++) {
      data.append("<tt:ElementItem Name=\"").append(i == 0 ? "Image" : "VehicleImage");
      data.append("\"><tt:Image>");
      data.append(Base64.getMimeEncoder().encodeToString(plate.pictures().get(i)));
      data.append("</tt:Image></tt:ElementItem>");
    }
    return message(
        "tns1:RuleEngine/Recognition/LicensePlate",
        plate.at(),
        "",
        simple("VideoSource", "source-1") + simple("Rule", Integer.toString(plate.lane())),
        data.toString());
  }

  /**
   * A notification.
   *
   * @param operation of a property; empty for what is none
   */
  static String message(String topic, Instant at, String operation, String source, String data) {
    return "<b2:NotificationMessage><b2:Topic"
        + " Dialect=\"http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet\">\n  "
        + topic
        + "\n</b2:Topic><b2:Message><tt:Message UtcTime=\""
        + at
        + "\""
        + (operation.isEmpty() ? "" : " PropertyOperation=\"" + operation + "\"")
        + "><tt:Source>"
        + source
        + "</tt:Source><tt:Data>"
        + data
        + "</tt:Data></tt:Message></b2:Message></b2:NotificationMessage>";
  }

  static String simple(String name, String value) {
    return "<tt:SimpleItem Name=\"" + name + "\" Value=\"" + escaped(value) + "\"/>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
