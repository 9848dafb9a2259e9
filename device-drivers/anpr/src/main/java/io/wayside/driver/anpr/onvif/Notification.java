// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A camera tells what happened (ONVIF Core Specification, 9.5).
 *
 * @param topic its steps without their prefixes, such as {@code
 *     RuleEngine/Recognition/LicensePlate}
 * @param at by the camera's clock
 * @param operation what became of a property; empty for what is none
 * @param source who tells
 * @param key which of his objects, often nothing
 * @param data what he tells
 */
public record Notification(
    String topic,
    Optional<Instant> at,
    Optional<String> operation,
    Items source,
    Items key,
    Items data) {

  static Notification of(Element message) {
    Optional<Element> inner = message.at("Message", "Message");
    return new Notification(
        Arrays.stream(message.textAt("Topic").orElse("").split("/", -1))
            .map(step -> step.substring(step.indexOf(':') + 1).strip())
            .collect(Collectors.joining("/")),
        inner.flatMap(there -> there.attribute("UtcTime")).flatMap(Answers::moment),
        inner.flatMap(there -> there.attribute("PropertyOperation")),
        Items.of(inner, "Source"),
        Items.of(inner, "Key"),
        Items.of(inner, "Data"));
  }

  /** Names with values, and names with elements. */
  public record Items(List<Element> simple, List<Element> complex) {

    public Items {
      simple = List.copyOf(simple);
      complex = List.copyOf(complex);
    }

    private static Items of(Optional<Element> message, String named) {
      Optional<Element> items = message.flatMap(there -> there.at(named));
      return items.isEmpty()
          ? new Items(List.of(), List.of())
          : new Items(
              items.get().all("SimpleItem").toList(), items.get().all("ElementItem").toList());
    }

    /** The value of the first of these names that there is. */
    Optional<String> value(String... names) {
      return Arrays.stream(names)
          .flatMap(name -> named(simple, name))
          .flatMap(item -> item.attribute("Value").stream())
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .findFirst();
    }

    /** The item of the first of these names that there is. */
    Optional<Element> element(String... names) {
      return Arrays.stream(names).flatMap(name -> named(complex, name)).findFirst();
    }

    private static Stream<Element> named(List<Element> items, String name) {
      return items.stream()
          .filter(item -> item.attribute("Name").filter(name::equalsIgnoreCase).isPresent());
    }

    /** All values, to tell sources apart. */
    String all() {
      return simple.stream()
          .map(item -> item.attribute("Name").orElse("") + "=" + item.attribute("Value").orElse(""))
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }
}
