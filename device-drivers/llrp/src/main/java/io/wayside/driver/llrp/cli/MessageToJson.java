// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.driver.llrp.codec.Element;
import io.wayside.driver.llrp.codec.Field;
import io.wayside.driver.llrp.codec.FieldKind;
import io.wayside.driver.llrp.codec.FieldValue;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Octets;
import io.wayside.driver.llrp.codec.Parameter;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * A message as a tree from which {@link MessageFromJson} makes the same bytes. Reserved bits are
 * written only where they are set.
 */
final class MessageToJson {

  private MessageToJson() {}

  /**
   * Writes a message as one line. A report may have a million parameters: only one of them at a
   * time is a tree.
   */
  static void print(Message message, PrintStream out) {
    FieldsBuilder json =
        Value.Fields.with("message", message.name())
            .and("type", message.type())
            .and("version", message.version())
            .and("id", message.id());
    if (message.reserved() != 0) {
      json.and("reserved", message.reserved());
    }
    fields(message, json);
    String head = Json.write(json.build());
    out.print(head.substring(0, head.length() - 1));
    String before = ",\"parameters\":[";
    for (Parameter parameter : message.parameters()) {
      out.print(before);
      out.print(Json.write(parameter(parameter)));
      before = ",";
    }
    out.print(message.parameters().isEmpty() ? "" : "]");
    if (message.rest().size() > 0) {
      out.print(",\"rest\":\"" + message.rest().hex() + "\"");
    }
    out.println("}");
  }

  private static Value parameter(Parameter parameter) {
    FieldsBuilder json =
        Value.Fields.with("parameter", parameter.name()).and("type", parameter.type());
    if (parameter.reserved() != 0) {
      json.and("reserved", parameter.reserved());
    }
    fields(parameter, json);
    if (!parameter.parameters().isEmpty()) {
      json.and(
          "parameters",
          new Value.Many(parameter.parameters().stream().map(MessageToJson::parameter).toList()));
    }
    if (parameter.rest().size() > 0) {
      json.and("rest", parameter.rest().hex());
    }
    return json.build();
  }

  private static void fields(Element element, FieldsBuilder json) {
    List<Field> fields = element.definition().fields();
    if (!fields.isEmpty()) {
      FieldsBuilder values = new FieldsBuilder();
      for (int i = 0; i < fields.size(); i++) {
        FieldValue value = element.fields().get(i);
        boolean unset =
            fields.get(i).kind() == FieldKind.RESERVED && value.equals(new FieldValue.Whole(0));
        if (!unset) {
          values.and(fields.get(i).name(), value(fields.get(i), value));
        }
      }
      json.and("fields", values.build());
    }
  }

  private static Value value(Field field, FieldValue value) {
    if (value instanceof FieldValue.Whole whole) {
      return field.bits() == Long.SIZE && whole.value() < 0
          ? new Value.Text(Long.toUnsignedString(whole.value()))
          : new Value.Whole(whole.value());
    }
    Octets octets = (Octets) value;
    return switch (field.kind()) {
      case BITS -> Value.Fields.with("bits", octets.bits()).and("hex", octets.hex()).build();
      case TEXT ->
          octets
              .text()
              .<Value>map(Value.Text::new)
              .orElseGet(() -> Value.Fields.with("hex", octets.hex()).build());
      case SHORTS -> numbers(Arrays.stream(octets.shorts()).asLongStream().toArray());
      case INTS -> numbers(octets.ints());
      default -> new Value.Text(octets.hex());
    };
  }

  private static Value numbers(long... numbers) {
    return new Value.Many(Arrays.stream(numbers).<Value>mapToObj(Value.Whole::new).toList());
  }
}
