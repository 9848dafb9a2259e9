// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import io.wayside.boot.site.Attribute;
import io.wayside.boot.site.Reference;
import io.wayside.boot.site.Section;
import io.wayside.boot.site.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads an attribute definition ({@code AD}) of a Metatype document (OSGi Compendium, 105.8). */
final class MetatypeAttribute {

  private MetatypeAttribute() {}

  /** Names that people do not write: with a dot inside or in front. */
  static boolean isWritten(Element definition) {
    return !definition.getAttribute("id").contains(".");
  }

  /**
   * The attribute of a site document.
   *
   * @param references of the component, interface by name
   */
  static Attribute read(String pid, Element definition, Map<String, String> references) {
    String id = definition.getAttribute("id");
    boolean hasDefault = definition.hasAttribute("default");
    boolean optional = definition.getAttribute("required").equals("false");
    String cardinality = definition.getAttribute("cardinality");
    boolean many = !cardinality.isEmpty() && Integer.parseInt(cardinality) != 0;
    return new Attribute(
        id,
        type(pid, definition),
        many,
        !hasDefault && !optional,
        hasDefault ? defaults(definition.getAttribute("default"), many) : List.of(),
        number(definition, "min"),
        number(definition, "max"),
        XmlFiles.all(definition, "Option").stream().map(o -> o.getAttribute("value")).toList(),
        reference(id, references),
        definition.getAttribute("description"));
  }

  private static ValueType type(String pid, Element definition) {
    try {
      return ValueType.ofMetatype(definition.getAttribute("type"));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          pid + ", attribute " + definition.getAttribute("id") + ": " + unknown.getMessage(),
          unknown);
    }
  }

  /** A list's defaults are joined by commas; a comma within one is escaped by a backslash. */
  private static List<String> defaults(String text, boolean many) {
    if (!many) {
      return List.of(text);
    }
    return text.isEmpty()
        ? List.of()
        : List.of(text.split("(?<!\\\\),", -1)).stream().map(t -> t.replace("\\,", ",")).toList();
  }

  private static Optional<BigDecimal> number(Element definition, String name) {
    return definition.hasAttribute(name)
        ? Optional.of(new BigDecimal(definition.getAttribute(name)))
        : Optional.empty();
  }

  /** {@code scaleDevice} belongs to the reference {@code scale}. */
  private static Optional<Reference> reference(String id, Map<String, String> references) {
    for (String kind : List.of("device", "station", "uplink")) {
      String ending = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
      if (id.length() > ending.length() && id.endsWith(ending)) {
        String name = id.substring(0, id.length() - ending.length());
        String offered = references.get(name);
        if (offered != null) {
          return Optional.of(new Reference(name, Section.ofKind(kind), offered));
        }
      }
    }
    return Optional.empty();
  }
}
