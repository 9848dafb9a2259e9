// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms in which an attribute may be written, as JSON Schema by name. */
final class AttributeForms {

  private AttributeForms() {}

  static Map<String, Value> of(Section section, Attribute attribute) {
    Map<String, Value> forms = new LinkedHashMap<>();
    Value.Fields bare = bare(section, attribute);
    attribute
        .unit()
        .ifPresent(unit -> forms.put(attribute.plainName(), property(attribute, amount(unit))));
    if (!forms.containsKey(attribute.name())) {
      forms.put(attribute.name(), property(attribute, bare));
    } else {
      Value either = new Value.Many(List.of(forms.get(attribute.name()), bare));
      forms.put(attribute.name(), new Value.Fields(Map.of("anyOf", either)));
    }
    return forms;
  }

  /** A text with a unit of the quantity; its range is checked by the gateway only. */
  private static Value.Fields amount(Unit unit) {
    String symbols = String.join("|", unit.quantity().symbols());
    return Value.Fields.with("type", "string")
        .and("pattern", "^(" + Amount.NUMBER + ") ?(" + symbols + ")$")
        .build();
  }

  private static Value.Fields bare(Section section, Attribute attribute) {
    FieldsBuilder form = Value.Fields.with("type", attribute.type().json());
    attribute.minimum().ifPresent(least -> form.and("minimum", number(least)));
    attribute.maximum().ifPresent(most -> form.and("maximum", number(most)));
    if (!attribute.options().isEmpty()) {
      form.and("enum", attribute.options().stream().map(o -> scalar(attribute, o)).toList());
    }
    boolean names = List.of("id", "tenant").contains(attribute.name());
    if (section.name().equals("gateway") && names) {
      form.and("pattern", SchemaWriter.whole(NamedPart.PATTERN));
    }
    return form.build();
  }

  private static Value property(Attribute attribute, Value.Fields one) {
    FieldsBuilder form = new FieldsBuilder();
    if (!attribute.description().isEmpty()) {
      form.and("description", attribute.description());
    }
    if (attribute.many()) {
      form.and("type", "array").and("items", one);
    } else {
      one.values().forEach(form::and);
    }
    boolean suffixed =
        one.values().get("type") instanceof Value.Text type
            && !type.value().equals(attribute.type().json());
    if (!attribute.defaults().isEmpty()) {
      form.and("default", defaults(attribute, suffixed));
    }
    return form.build();
  }

  private static Value defaults(Attribute attribute, boolean withUnit) {
    List<Value> all =
        attribute.defaults().stream()
            .map(text -> withUnit ? withUnit(attribute, text) : scalar(attribute, text))
            .toList();
    return attribute.many() ? new Value.Many(all) : all.get(0);
  }

  private static Value withUnit(Attribute attribute, String text) {
    return new Value.Text(Remedies.amountWords(attribute, new BigDecimal(text)));
  }

  private static Value scalar(Attribute attribute, String text) {
    return switch (attribute.type()) {
      case STRING -> new Value.Text(text);
      case BOOLEAN -> new Value.Truth(Boolean.parseBoolean(text));
      case INTEGER, LONG, DOUBLE, FLOAT -> number(new BigDecimal(text));
    };
  }

  private static Value number(BigDecimal number) {
    boolean whole =
        number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < 64;
    return whole ? new Value.Whole(number.longValueExact()) : new Value.Real(number.doubleValue());
  }
}
