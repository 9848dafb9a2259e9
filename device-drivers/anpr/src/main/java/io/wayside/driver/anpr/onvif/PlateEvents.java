// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import io.wayside.driver.anpr.event.PlateNotice;
import io.wayside.driver.anpr.onvif.PassedOver.Reason;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds plates in notifications (ONVIF Analytics Service Specification, annex A.2: licence plate
 * recognition). What is passed over is counted.
 */
public final class PlateEvents {

  /** The topic of the standard, and the one cameras had before it. */
  private static final Set<String> TOPICS =
      Set.of("RuleEngine/Recognition/LicensePlate", "RuleEngine/LicensePlateDetector/LicensePlate");

  private static final Set<String> NO_PLATES = Set.of("", "unknown", "noplate", "none", "null");

  /** A plate, and the pictures in its message. */
  public record Seen(PlateNotice notice, List<byte[]> jpegs) {

    public Seen {
      jpegs = List.copyOf(jpegs);
    }
  }

  private final String videoSource;
  private final PassedOver passedOver;

  /**
   * @param videoSource token of the one whose plates count; empty for all
   */
  public PlateEvents(String videoSource, PassedOver passedOver) {
    this.videoSource = videoSource;
    this.passedOver = passedOver;
  }

  /**
   * What a notification says of a plate.
   *
   * @param subscribed when the subscription began, by the camera's clock
   */
  public Optional<Seen> read(Notification told, Instant subscribed) {
    Optional<Reason> reason = noEvent(told, subscribed);
    if (reason.isPresent()) {
      passedOver.count(reason.get());
      return Optional.empty();
    }
    Optional<Seen> seen = plate(told);
    seen.ifPresentOrElse(plate -> passedOver.read(), () -> passedOver.count(Reason.WITHOUT_PLATE));
    return seen;
  }

  private Optional<Reason> noEvent(Notification told, Instant subscribed) {
    if (!TOPICS.contains(told.topic())) {
      return Optional.of(Reason.OTHER_TOPIC);
    }
    if (!videoSource.isEmpty()
        && told.source()
            .value("VideoSourceConfigurationToken", "VideoSource", "VideoSourceToken", "Source")
            .filter(videoSource::equals)
            .isEmpty()) {
      return Optional.of(Reason.OTHER_SOURCE);
    }
    String operation = told.operation().orElse("");
    if (operation.equals("Deleted")) {
      return Optional.of(Reason.DELETED);
    }
    // A new property is initialized too, but after the subscription.
    boolean isOld = told.at().isEmpty() || told.at().get().isBefore(subscribed);
    return operation.equals("Initialized") && isOld
        ? Optional.of(Reason.STATE_BEFORE)
        : Optional.empty();
  }

  private static Optional<Seen> plate(Notification told) {
    Optional<Element> info = told.data().element("LicensePlateInfo");
    Optional<Element> number = info.flatMap(item -> item.anywhere("PlateNumber"));
    Optional<String> text =
        number.map(Element::text).or(() -> told.data().value("PlateNumber", "LicensePlate"));
    if (text.isEmpty() || NO_PLATES.contains(text.get().toLowerCase(java.util.Locale.ROOT))) {
      return Optional.empty();
    }
    PlateNotice notice =
        new PlateNotice(
            Optional.of(passage(told, text.get())),
            1,
            text.get(),
            sureness(number.flatMap(it -> it.attribute("Likelihood")), told),
            told.source().value("Rule"),
            told.data().value("Direction"),
            textIn(info, "CountryCode"),
            textIn(info, "Color"),
            textIn(told.data().element("VehicleInfo"), "Type"),
            told.at(),
            OptionalInt.of(0));
    return notice.isOfAPlatesLength()
        ? Optional.of(new Seen(notice, jpegs(told)))
        : Optional.empty();
  }

  private static Optional<String> textIn(Optional<Element> item, String named) {
    return item.flatMap(there -> there.anywhere(named))
        .map(Element::text)
        .filter(text -> !text.isEmpty());
  }

  /** The camera's object if it has one, otherwise the plate, of the same rule. */
  private static String passage(Notification told, String plate) {
    Optional<String> object =
        told.key()
            .value("ObjectId")
            .or(() -> told.data().value("ObjectId"))
            .or(
                () ->
                    told.data()
                        .element("ObjectId")
                        .flatMap(item -> item.children().stream().findFirst())
                        .flatMap(child -> child.attribute("ObjectId")))
            .filter(id -> !id.equals("0") && !id.equals("-1"));
    return told.source().all() + " " + object.map(id -> "object " + id).orElse("plate " + plate);
  }

  /** Of the plate's text, otherwise of the whole event. */
  private static OptionalDouble sureness(Optional<String> ofText, Notification told) {
    return Stream.of(ofText, told.data().value("Likelihood"))
        .flatMap(Optional::stream)
        .filter(text -> text.matches("[01](\\.\\d{1,12})?"))
        .mapToDouble(Double::parseDouble)
        .filter(share -> share <= 1)
        .findFirst();
  }

  private static List<byte[]> jpegs(Notification told) {
    return Stream.of("Image", "VehicleImage")
        .flatMap(name -> told.data().element(name).stream())
        .map(item -> item.children().isEmpty() ? item.text() : item.children().get(0).text())
        .flatMap(text -> decoded(text).stream())
        .filter(bytes -> bytes.length > 3 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8)
        .toList();
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }
}
