// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import io.wayside.core.data.GarbledData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What cameras answer, read. */
public final class Answers {

  private static final String EVENTS = "http://www.onvif.org/ver10/events/wsdl";

  private Answers() {}

  /** What is in the body of an answer. */
  private static Element body(byte[] answer, String named) throws GarbledData, Refusal {
    Element envelope = Element.read(answer);
    Element body =
        envelope
            .at("Body")
            .filter(there -> envelope.name().equals("Envelope"))
            .orElseThrow(() -> new GarbledData("an answer has no body"));
    Optional<Element> fault = body.at("Fault");
    if (fault.isPresent()) {
      throw Refusal.of(fault.get());
    }
    return body.at(named).orElseThrow(() -> new GarbledData("an answer has no " + named));
  }

  /** The camera's clock, if it tells its time in UTC. */
  public static Optional<Instant> systemDateAndTime(byte[] answer) throws GarbledData, Refusal {
    Optional<Element> utc =
        body(answer, "GetSystemDateAndTimeResponse").at("SystemDateAndTime", "UTCDateTime");
    if (utc.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(utc.get(), "Date", "Year"),
                  number(utc.get(), "Date", "Month"),
                  number(utc.get(), "Date", "Day"),
                  number(utc.get(), "Time", "Hour"),
                  number(utc.get(), "Time", "Minute"),
                  Math.min(59, number(utc.get(), "Time", "Second")))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException wrong) {
      throw new GarbledData("the camera's clock shows no time: " + wrong.getMessage());
    }
  }

  private static int number(Element from, String... path) throws GarbledData {
    return from.textAt(path)
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .orElseThrow(() -> new GarbledData("the camera's clock has no " + String.join("/", path)));
  }

  /** Where events are subscribed to, as the camera says it. */
  public static Optional<String> eventService(byte[] answer) throws GarbledData, Refusal {
    return body(answer, "GetServicesResponse")
        .all("Service")
        .filter(service -> service.textAt("Namespace").filter(EVENTS::equals).isPresent())
        .flatMap(service -> service.textAt("XAddr").stream())
        .findFirst();
  }

  public static PullPoint pullPoint(byte[] answer) throws GarbledData, Refusal {
    Element response = body(answer, "CreatePullPointSubscriptionResponse");
    Element reference =
        response
            .at("SubscriptionReference")
            .orElseThrow(() -> new GarbledData("a subscription has no reference"));
    return new PullPoint(
        reference
            .textAt("Address")
            .orElseThrow(() -> new GarbledData("a subscription has no address")),
        reference.at("ReferenceParameters").map(Element::children).orElse(java.util.List.of()),
        time(response, "CurrentTime"),
        time(response, "TerminationTime"));
  }

  /** Until when it lasts now. */
  public static Instant renewed(byte[] answer) throws GarbledData, Refusal {
    return time(body(answer, "RenewResponse"), "TerminationTime");
  }

  public static Pulled pulled(byte[] answer) throws GarbledData, Refusal {
    Element response = body(answer, "PullMessagesResponse");
    return new Pulled(
        time(response, "CurrentTime"),
        time(response, "TerminationTime"),
        response.all("NotificationMessage").map(Notification::of).toList());
  }

  private static Instant time(Element from, String named) throws GarbledData {
    return from.textAt(named)
        .flatMap(Answers::moment)
        .orElseThrow(() -> new GarbledData("an answer has no time as " + named));
  }

  /** All times of events are in UTC, whether they say so or not. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
  }
}
