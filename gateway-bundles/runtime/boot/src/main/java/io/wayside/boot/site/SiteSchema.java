// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site document may say: the sections by name. Generated from the bundles and carried as
 * JSON Schema, see {@link SchemaWriter} and {@link SchemaReader}.
 */
public record SiteSchema(SortedMap<String, Section> sections) {

  public SiteSchema {
    sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
    for (String setting : List.of("id", "tenant")) {
      if (!requires(sections.get("gateway"), setting)) {
        throw new IllegalArgumentException(
            "the schema must require gateway."
                + setting
                + ": is io.wayside.runtime among the jars?");
      }
    }
  }

  private static boolean requires(@Nullable Section gateway, String setting) {
    return gateway != null
        && gateway.required()
        && gateway.only().attributes().stream()
            .anyMatch(attribute -> attribute.name().equals(setting) && attribute.required());
  }
}
