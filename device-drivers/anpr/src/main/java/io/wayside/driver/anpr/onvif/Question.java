// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A message to a camera (SOAP 1.2, WS-Addressing 1.0).
 *
 * @param action its kind
 * @param body what is in its body
 * @param references that came with the address it goes to
 */
public record Question(String action, String body, List<Element> references) {

  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  private static final String EVENTS = "http://www.onvif.org/ver10/events/wsdl";
  private static final String MANAGER = "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/";

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:wsa=\"http://www.w3.org/2005/08/addressing\""
          + " xmlns:wsnt=\"http://docs.oasis-open.org/wsn/b-2\""
          + (" xmlns:tds=\"" + DEVICE + "\" xmlns:tev=\"" + EVENTS + "\"")
          + " xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-wssecurity-secext-1.0.xsd\""
          + " xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-wssecurity-utility-1.0.xsd\"><s:Header>";

  public Question {
    references = List.copyOf(references);
  }

  private static Question of(String action, String body) {
    return new Question(action, body, List.of());
  }

  /** Answered to everybody, since without it nobody could say when he asks. */
  public static Question systemDateAndTime() {
    return of(DEVICE + "/GetSystemDateAndTime", "<tds:GetSystemDateAndTime/>");
  }

  public static Question services() {
    return of(
        DEVICE + "/GetServices",
        "<tds:GetServices><tds:IncludeCapability>false</tds:IncludeCapability></tds:GetServices>");
  }

  /** Of everything: cameras refuse filters for topics they do not have, each in its own way. */
  public static Question createPullPoint(Duration lasting) {
    return of(
        EVENTS + "/EventPortType/CreatePullPointSubscriptionRequest",
        "<tev:CreatePullPointSubscription><tev:InitialTerminationTime>"
            + seconds(lasting)
            + "</tev:InitialTerminationTime></tev:CreatePullPointSubscription>");
  }

  public static Question pull(PullPoint from, Duration within, int most) {
    return new Question(
        EVENTS + "/PullPointSubscription/PullMessagesRequest",
        "<tev:PullMessages><tev:Timeout>"
            + seconds(within)
            + "</tev:Timeout><tev:MessageLimit>"
            + most
            + "</tev:MessageLimit></tev:PullMessages>",
        from.references());
  }

  public static Question renew(PullPoint what, Duration lasting) {
    return new Question(
        MANAGER + "RenewRequest",
        "<wsnt:Renew><wsnt:TerminationTime>"
            + seconds(lasting)
            + "</wsnt:TerminationTime></wsnt:Renew>",
        what.references());
  }

  public static Question unsubscribe(PullPoint what) {
    return new Question(MANAGER + "UnsubscribeRequest", "<wsnt:Unsubscribe/>", what.references());
  }

  /** Whole seconds: some cameras read no others. */
  private static String seconds(Duration duration) {
    return "PT" + Math.max(1, duration.toSeconds()) + "S";
  }

  /** The value of Content-Type it is sent with (RFC 3902). */
  public String contentType() {
    return "application/soap+xml; charset=utf-8; action=\"" + action + "\"";
  }

  /**
   * The message.
   *
   * @param to where it goes
   * @param id never used before
   * @param security a header that says who asks, or nothing
   */
  byte[] envelope(String to, String id, String security) {
    StringBuilder message = new StringBuilder(HEAD);
    message.append("<wsa:Action s:mustUnderstand=\"true\">").append(action);
    message.append("</wsa:Action><wsa:MessageID>urn:uuid:").append(id);
    message.append("</wsa:MessageID><wsa:ReplyTo><wsa:Address>");
    message.append("http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>");
    message.append("<wsa:To s:mustUnderstand=\"true\">").append(Xml.escaped(to));
    message.append("</wsa:To>").append(security);
    references.forEach(each -> message.append(Xml.reference(each)));
    message.append("</s:Header><s:Body>").append(body).append("</s:Body></s:Envelope>");
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As {@link #envelope}, by nobody in particular. */
  public byte[] open(String to, String id) {
    return envelope(to, id, "");
  }

  /** As {@link #envelope}, with who asks. */
  public byte[] signed(
      String to, String id, Credentials who, byte[] nonce, java.time.Instant created) {
    return envelope(to, id, who.header(nonce, created));
  }
}
