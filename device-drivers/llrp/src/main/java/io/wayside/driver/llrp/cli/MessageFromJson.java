// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.driver.llrp.codec.Definition;
import io.wayside.driver.llrp.codec.Dictionary;
import io.wayside.driver.llrp.codec.Field;
import io.wayside.driver.llrp.codec.FieldKind;
import io.wayside.driver.llrp.codec.FieldValue;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Octets;
import io.wayside.driver.llrp.codec.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree of {@link MessageToJson} as a message again. The type counts; a name must fit it. */
final class MessageFromJson {

  private static final int MOST_TYPE = 1023;
  private static final int FIRST_WITH_LENGTH = 128;

  private MessageFromJson() {}

  static Message read(Node json) throws GarbledData {
    json.only("message", "type", "version", "id", "reserved", "fields", "parameters", "rest");
    Definition definition = Dictionary.message(json.member("type").whole(0, MOST_TYPE));
    sameName(json, "message", definition);
    return new Message(
        json.member("version").whole(0, 7),
        definition.type(),
        FieldsFromJson.number(json.member("id"), new Field("id", FieldKind.UNSIGNED, 32)),
        reserved(json, 7),
        fields(json, definition),
        parameters(json, definition),
        rest(json));
  }

  private static Parameter parameter(Node json) throws GarbledData {
    json.only("parameter", "type", "reserved", "fields", "parameters", "rest");
    Definition definition = Dictionary.parameter(json.member("type").whole(1, MOST_TYPE));
    sameName(json, "parameter", definition);
    boolean bare = definition.type() < FIRST_WITH_LENGTH;
    if (bare && !definition.known()) {
      throw json.member("type").wrong("is none of LLRP, and one below 128 cannot be sent unknown");
    }
    if (bare && json.optional("rest").isPresent()) {
      throw json.member("rest").wrong("has no place in a parameter without length");
    }
    return new Parameter(
        definition.type(),
        reserved(json, bare ? 0 : 31),
        fields(json, definition),
        parameters(json, definition),
        rest(json));
  }

  private static void sameName(Node json, String member, Definition definition) throws GarbledData {
    Optional<Node> name = json.optional(member);
    if (name.isPresent() && !name.get().text().equals(definition.name())) {
      throw name.get().wrong("must be " + definition.name() + ", as the type says");
    }
  }

  private static int reserved(Node json, int most) throws GarbledData {
    Optional<Node> reserved = json.optional("reserved");
    return reserved.isPresent() ? reserved.get().whole(0, most) : 0;
  }

  private static List<FieldValue> fields(Node json, Definition definition) throws GarbledData {
    Optional<Node> fields = json.optional("fields");
    if (definition.fields().isEmpty()) {
      if (fields.isPresent()) {
        fields.get().only();
      }
      return List.of();
    }
    return FieldsFromJson.read(json.member("fields"), definition);
  }

  private static List<Parameter> parameters(Node json, Definition definition) throws GarbledData {
    Optional<Node> parameters = json.optional("parameters");
    List<Parameter> list = new ArrayList<>();
    if (parameters.isPresent()) {
      if (definition.slots().isEmpty()) {
        throw parameters.get().wrong("have no place in " + definition.name());
      }
      for (Node parameter : parameters.get().elements()) {
        list.add(parameter(parameter));
      }
    }
    return list;
  }

  private static Octets rest(Node json) throws GarbledData {
    Optional<Node> rest = json.optional("rest");
    return rest.isPresent() ? Octets.of(FieldsFromJson.hex(rest.get())) : Octets.NONE;
  }
}
