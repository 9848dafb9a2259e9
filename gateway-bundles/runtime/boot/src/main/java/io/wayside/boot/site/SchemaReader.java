// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.TreeMap;

/** Reads a generated schema back. */
public final class SchemaReader {

  private SchemaReader() {}

  /**
   * The schema of a text that {@link SchemaWriter} wrote.
   *
   * @throws GarbledData when it is another text
   */
  public static SiteSchema read(String text) throws GarbledData {
    TreeMap<String, Section> sections = new TreeMap<>();
    Tree schema = new Tree(Json.read(text).root());
    for (String name : schema.in("properties").fields().keySet()) {
      sections.put(name, new Section(name, true, false, new TreeMap<>()));
    }
    for (Value definition : schema.in("$defs").fields().values()) {
      SchemaExtension.Entry entry = SchemaExtension.read(definition);
      Section known = sections.get(entry.section());
      TreeMap<String, ComponentType> types =
          known == null ? new TreeMap<>() : new TreeMap<>(known.types());
      types.put(entry.name(), entry.type());
      sections.put(
          entry.section(), new Section(entry.section(), entry.named(), entry.required(), types));
    }
    return new SiteSchema(sections);
  }
}
