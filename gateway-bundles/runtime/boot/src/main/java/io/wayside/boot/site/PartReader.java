// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one part of a site against its kind: settings to properties, references to filters. */
final class PartReader {

  /** Which kind a named part of the document is, by section and id. */
  interface Parts {
    Optional<ComponentType> find(String section, String id);

    /** The ids in a section whose kind offers an interface. */
    List<String> offering(String section, String offered);

    List<String> ids(String section);
  }

  private final Findings findings;
  private final ValueReader values;
  private final Parts parts;

  PartReader(Findings findings, Parts parts) {
    this.findings = findings;
    this.values = new ValueReader(findings);
    this.parts = parts;
  }

  /**
   * The properties of the part.
   *
   * @param words what it is called in errors, such as {@code type indicator}
   * @param known a name that belongs to the document itself and not to the component
   */
  Map<String, Object> read(
      ComponentType type, Value.Fields part, Spot spot, String words, String known) {
    Map<String, Attribute> byName = new TreeMap<>();
    type.attributes().forEach(a -> a.names().forEach(name -> byName.put(name, a)));
    for (String name : part.values().keySet()) {
      if (!byName.containsKey(name) && !name.equals(known)) {
        findings.wrongName(
            spot.child(name),
            "unknown setting \"" + name + "\"",
            NearestName.remedy(name, "settings of " + words, plainNames(type)));
      }
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Attribute attribute : type.attributes()) {
      read(attribute, part, spot, properties);
    }
    return properties;
  }

  private static List<String> plainNames(ComponentType type) {
    return type.attributes().stream().map(Attribute::plainName).toList();
  }

  private void read(
      Attribute attribute, Value.Fields part, Spot spot, Map<String, Object> properties) {
    List<String> written = attribute.names().stream().filter(part.values()::containsKey).toList();
    if (written.size() > 1) {
      findings.wrongName(
          spot.child(written.get(1)),
          "\"" + written.get(0) + "\" and \"" + written.get(1) + "\" are both given",
          "keep one of them");
      return;
    }
    if (written.isEmpty()) {
      if (attribute.required()) {
        findings.wrong(
            spot, "\"" + attribute.plainName() + "\" is missing", Remedies.missing(attribute));
      }
      attribute
          .reference()
          .ifPresent(reference -> properties.put(target(reference), Reference.NOTHING));
      return;
    }
    String name = written.get(0);
    Spot place = spot.child(name);
    values
        .read(attribute, name, part.get(name), place)
        .ifPresent(
            value -> {
              properties.put(attribute.name(), value);
              attribute
                  .reference()
                  .ifPresent(
                      reference ->
                          properties.put(
                              target(reference), filter(reference, (String) value, place)));
            });
  }

  private static String target(Reference reference) {
    return reference.name() + ".target";
  }

  private String filter(Reference reference, String id, Spot spot) {
    Optional<ComponentType> named = parts.find(reference.section(), id);
    String kind = reference.section().substring(0, reference.section().length() - 1);
    List<String> fitting = parts.offering(reference.section(), reference.offered());
    if (named.isEmpty() && !parts.ids(reference.section()).contains(id)) {
      findings.wrong(
          spot,
          "there is no " + kind + " \"" + id + "\" in this document",
          fitting.isEmpty()
              ? "add to \"%s\" one that offers %s"
                  .formatted(reference.section(), reference.offeredWords())
              : NearestName.remedy(id, reference.section() + " that fit", fitting));
    } else if (named.isPresent() && !named.get().offers().contains(reference.offered())) {
      findings.wrong(
          spot,
          "%s \"%s\" does not offer %s".formatted(kind, id, reference.offeredWords()),
          fitting.isEmpty()
              ? "add to \"%s\" one that does".formatted(reference.section())
              : "name one that does: " + String.join(", ", fitting));
    }
    return reference.filter(id);
  }
}
