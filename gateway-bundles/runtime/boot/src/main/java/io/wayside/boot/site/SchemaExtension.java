// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What JSON Schema cannot say of a part: PID, types, references, what it offers. */
final class SchemaExtension {

  static final String KEYWORD = "x-wayside";

  /** A part with its place in the document. */
  record Entry(String section, boolean named, boolean required, String name, ComponentType type) {}

  private SchemaExtension() {}

  static Value.Fields write(Section section, String name, ComponentType type) {
    return Value.Fields.with("section", section.name())
        .and("named", section.named())
        .and("required", section.required())
        .and("name", name)
        .and("pid", type.pid())
        .and("description", type.description())
        .and("offers", texts(new ArrayList<>(new TreeSet<>(type.offers()))))
        .and("attributes", type.attributes().stream().map(SchemaExtension::write).toList())
        .build();
  }

  private static Value write(Attribute attribute) {
    FieldsBuilder fields =
        Value.Fields.with("name", attribute.name())
            .and("type", attribute.type().metatype())
            .and("many", attribute.many())
            .and("required", attribute.required())
            .and("defaults", texts(attribute.defaults()))
            .and("options", texts(attribute.options()))
            .and("description", attribute.description());
    attribute.minimum().ifPresent(least -> fields.and("minimum", least.toString()));
    attribute.maximum().ifPresent(most -> fields.and("maximum", most.toString()));
    attribute
        .reference()
        .ifPresent(
            reference ->
                fields.and(
                    "reference",
                    Value.Fields.with("name", reference.name())
                        .and("section", reference.section())
                        .and("offered", reference.offered())
                        .build()));
    return fields.build();
  }

  static Entry read(Value definition) throws GarbledData {
    Tree part = new Tree(definition).in(KEYWORD);
    List<Attribute> attributes = new ArrayList<>();
    for (Tree attribute : part.list("attributes")) {
      attributes.add(attribute(attribute));
    }
    ComponentType type =
        new ComponentType(
            part.text("pid"),
            attributes,
            new TreeSet<>(part.texts("offers")),
            part.text("description"));
    return new Entry(
        part.text("section"), part.truth("named"), part.truth("required"), part.text("name"), type);
  }

  private static Attribute attribute(Tree tree) throws GarbledData {
    Optional<Reference> reference = Optional.empty();
    if (tree.has("reference")) {
      Tree to = tree.in("reference");
      reference =
          Optional.of(new Reference(to.text("name"), to.text("section"), to.text("offered")));
    }
    return new Attribute(
        tree.text("name"),
        ValueType.ofMetatype(tree.text("type")),
        tree.truth("many"),
        tree.truth("required"),
        tree.texts("defaults"),
        number(tree, "minimum"),
        number(tree, "maximum"),
        tree.texts("options"),
        reference,
        tree.text("description"));
  }

  private static Optional<BigDecimal> number(Tree tree, String name) throws GarbledData {
    return tree.has(name) ? Optional.of(new BigDecimal(tree.text(name))) : Optional.empty();
  }

  private static List<Value> texts(List<String> texts) {
    return texts.stream().map(text -> (Value) new Value.Text(text)).toList();
  }
}
