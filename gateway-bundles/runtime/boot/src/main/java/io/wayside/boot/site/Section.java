// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A section of the site document.
 *
 * @param name its name in the document
 * @param named whether it holds many parts by id, each with a type; else it is one part
 * @param required whether the document must have it
 * @param types the kinds of part it may hold, by type name; a section of one part has one, named
 *     like the section
 */
public record Section(
    String name, boolean named, boolean required, SortedMap<String, ComponentType> types) {

  /** The three sections that hold parts by id, and the middle of their factory PIDs. */
  private static final Map<String, String> KINDS =
      Map.of("devices", "device", "stations", "station", "uplinks", "uplink");

  public Section {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /** The section of a kind of part, such as {@code devices} of {@code device}. */
  public static String ofKind(String kind) {
    return kind + "s";
  }

  public static boolean isKind(String kind) {
    return KINDS.containsValue(kind);
  }

  /** The service and configuration property that holds a part's id. */
  public static String idProperty(String section) {
    String kind = KINDS.get(section);
    if (kind == null) {
      throw new IllegalArgumentException("section \"" + section + "\" holds no parts by id");
    }
    return kind + ".id";
  }

  /** The only kind of part of a section of one part. */
  public ComponentType only() {
    return types.values().iterator().next();
  }
}
