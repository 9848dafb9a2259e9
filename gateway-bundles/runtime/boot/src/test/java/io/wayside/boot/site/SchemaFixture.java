// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A schema with one of everything: an indicator, a lamp, a weighing station, an uplink. */
final class SchemaFixture {

  static final String WEIGHT = "io.wayside.core.device.WeightSource";
  static final String OUTPUT = "io.wayside.core.device.Output";

  private SchemaFixture() {}

  static SiteSchema schema() {
    ComponentType gateway =
        new ComponentType(
            "io.wayside.gateway",
            List.of(
                required("id", ValueType.STRING, "Its id"),
                required("tenant", ValueType.STRING, "Whom it belongs to"),
                optional("name", ValueType.STRING, ""),
                ranged("statusEveryS", ValueType.INTEGER, "60", "1", "86400")),
            Set.of(),
            "The gateway");
    ComponentType journal =
        new ComponentType(
            "io.wayside.journal",
            List.of(ranged("sizeBytes", ValueType.LONG, "1048576", "1024", "1e12")),
            Set.of("io.wayside.core.journal.Journal"),
            "The journal");
    ComponentType indicator =
        new ComponentType(
            "io.wayside.device.indicator",
            List.of(
                required("link", ValueType.STRING, "Where it is connected"),
                choice("format", "A9", "A9_DECIMAL", "D2008"),
                required("scaleIntervalKg", ValueType.DOUBLE, "Scale interval e"),
                ranged("silentAfterMs", ValueType.LONG, "2000", "10", "60000"),
                optional("enabled", ValueType.BOOLEAN, "true")),
            Set.of(WEIGHT, "io.wayside.core.device.Device"),
            "A weight indicator");
    ComponentType lamp =
        new ComponentType("io.wayside.device.lamp", List.of(), Set.of(OUTPUT), "A lamp");
    ComponentType weighing =
        new ComponentType(
            "io.wayside.station.weighing",
            List.of(
                reference("scaleDevice", true, new Reference("scale", "devices", WEIGHT)),
                reference("lampDevice", false, new Reference("lamp", "devices", OUTPUT)),
                ranged("vehicleGapS", ValueType.DOUBLE, "3", "0.1", "60"),
                many("limitsKg", ValueType.DOUBLE)),
            Set.of(),
            "Static weighing");
    ComponentType mqtt =
        new ComponentType(
            "io.wayside.uplink.mqtt",
            List.of(
                new Attribute(
                    "brokers",
                    ValueType.STRING,
                    true,
                    true,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    "Where the brokers are"),
                ranged("bytes", ValueType.LONG, "65536", "1", "1e9")),
            Set.of(),
            "MQTT");
    return new SiteSchema(
        new TreeMap<>(
            Map.of(
                "gateway", single("gateway", gateway),
                "journal", single("journal", journal),
                "devices", named("devices", Map.of("indicator", indicator, "lamp", lamp)),
                "stations", named("stations", Map.of("weighing", weighing)),
                "uplinks", named("uplinks", Map.of("mqtt", mqtt)))));
  }

  private static Section single(String name, ComponentType type) {
    return new Section(name, false, true, new TreeMap<>(Map.of(name, type)));
  }

  private static Section named(String name, Map<String, ComponentType> types) {
    return new Section(name, true, false, new TreeMap<>(types));
  }

  private static Attribute required(String name, ValueType type, String description) {
    return attribute(name, type, false, true, List.of(), List.of(), null, description);
  }

  private static Attribute optional(String name, ValueType type, String byDefault) {
    return attribute(name, type, false, false, List.of(byDefault), List.of(), null, "");
  }

  private static Attribute choice(String name, String... options) {
    return attribute(
        name, ValueType.STRING, false, false, List.of(options[0]), List.of(options), null, "");
  }

  private static Attribute many(String name, ValueType type) {
    return attribute(name, type, true, false, List.of(), List.of(), null, "");
  }

  private static Attribute reference(String name, boolean required, Reference reference) {
    List<String> byDefault = required ? List.of() : List.of("");
    return attribute(name, ValueType.STRING, false, required, byDefault, List.of(), reference, "");
  }

  private static Attribute ranged(
      String name, ValueType type, String byDefault, String least, String most) {
    return new Attribute(
        name,
        type,
        false,
        false,
        List.of(byDefault),
        Optional.of(new BigDecimal(least)),
        Optional.of(new BigDecimal(most)),
        List.of(),
        Optional.empty(),
        "");
  }

  private static Attribute attribute(
      String name,
      ValueType type,
      boolean many,
      boolean required,
      List<String> defaults,
      List<String> options,
      Reference reference,
      String description) {
    return new Attribute(
        name,
        type,
        many,
        required,
        defaults,
        Optional.empty(),
        Optional.empty(),
        options,
        Optional.ofNullable(reference),
        description);
  }
}
