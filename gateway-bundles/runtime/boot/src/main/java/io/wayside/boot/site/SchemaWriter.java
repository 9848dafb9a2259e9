// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A site schema as JSON Schema (draft 2020-12). Standard keywords say as much as they can, for
 * editors and other validators; {@code x-wayside} says the rest, see {@link SchemaExtension}.
 */
public final class SchemaWriter {

  private static final Value NO_MORE = new Value.Truth(false);

  private SchemaWriter() {}

  /** The text, the same for the same schema. */
  public static String write(SiteSchema schema) {
    FieldsBuilder sections = new FieldsBuilder();
    FieldsBuilder parts = new FieldsBuilder();
    List<Value> required = new ArrayList<>();
    for (Section section : schema.sections().values()) {
      sections.and(section.name(), section.named() ? named(section) : reference(section.only()));
      section.types().forEach((name, type) -> parts.and(type.pid(), part(section, name, type)));
      if (section.required()) {
        required.add(new Value.Text(section.name()));
      }
    }
    return Json.writeIndented(
            Value.Fields.with("$schema", "https://json-schema.org/draft/2020-12/schema")
                .and("title", "Wayside site document")
                .and("type", "object")
                .and("properties", sections.build())
                .and("required", required)
                .and("additionalProperties", NO_MORE)
                .and("$defs", parts.build())
                .build())
        + "\n";
  }

  private static Value.Fields reference(ComponentType type) {
    return Value.Fields.with("$ref", "#/$defs/" + type.pid()).build();
  }

  /** Parts by id, each of one of the known types. */
  private static Value.Fields named(Section section) {
    List<Value> names = new ArrayList<>();
    List<Value> choices = new ArrayList<>();
    section
        .types()
        .forEach(
            (name, type) -> {
              names.add(new Value.Text(name));
              Value.Fields isType =
                  Value.Fields.with(
                          "properties",
                          Value.Fields.with("type", Value.Fields.with("const", name).build())
                              .build())
                      .build();
              choices.add(Value.Fields.with("if", isType).and("then", reference(type)).build());
            });
    Value.Fields type =
        Value.Fields.with("type", Value.Fields.with("enum", new Value.Many(names)).build()).build();
    return Value.Fields.with("type", "object")
        .and("propertyNames", Value.Fields.with("pattern", whole(NamedPart.PATTERN)).build())
        .and(
            "additionalProperties",
            Value.Fields.with("type", "object")
                .and("required", List.of(new Value.Text("type")))
                .and("properties", type)
                .and("allOf", choices)
                .build())
        .build();
  }

  private static Value.Fields part(Section section, String name, ComponentType type) {
    FieldsBuilder properties = new FieldsBuilder();
    List<Value> conditions = new ArrayList<>();
    List<Value> required = new ArrayList<>();
    if (section.named()) {
      properties.and("type", Value.Fields.with("const", name).build());
      required.add(new Value.Text("type"));
    }
    for (Attribute attribute : type.attributes()) {
      AttributeForms.of(section, attribute).forEach(properties::and);
      List<Value> names = attribute.names().stream().map(SchemaWriter::text).toList();
      if (names.size() > 1) {
        conditions.add(oneName(names, attribute.required()));
      } else if (attribute.required()) {
        required.addAll(names);
      }
    }
    FieldsBuilder part =
        Value.Fields.with("title", type.description().isEmpty() ? name : type.description())
            .and("type", "object")
            .and("properties", properties.build())
            .and("required", required)
            .and("additionalProperties", NO_MORE);
    if (!conditions.isEmpty()) {
      part.and("allOf", conditions);
    }
    return part.and("x-wayside", SchemaExtension.write(section, name, type)).build();
  }

  /** An amount has two names: exactly one when it is required, else at most one. */
  private static Value oneName(List<Value> names, boolean required) {
    if (!required) {
      Value both = Value.Fields.with("required", new Value.Many(names)).build();
      return Value.Fields.with("not", both).build();
    }
    List<Value> either =
        names.stream()
            .map(name -> (Value) Value.Fields.with("required", text(name)).build())
            .toList();
    return new Value.Fields(Map.of("oneOf", new Value.Many(either)));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value text(Value name) {
    return new Value.Many(List.of(name));
  }

  static String whole(String pattern) {
    return "^(" + pattern + ")$";
  }
}
