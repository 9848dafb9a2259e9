// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the AsyncAPI 3 document of the Wayside profiles from the schemas and the topics. The
 * application in it is the gateway: it sends records, receives commands.
 */
public final class AsyncApi {

  /** Where the document is kept, from the root of the repository. */
  public static final String FILE = "docs/wire/asyncapi.json";

  /** Where the schemas are, seen from the document. */
  static final String SCHEMAS = "../../config/schema/";

  private static final String ROOT = "way/v1/{tenant}/{gateway}/";
  private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

  private final Path schemaFolder;
  private final Map<String, Value> channels = new LinkedHashMap<>();
  private final Map<String, Value> operations = new LinkedHashMap<>();

  private AsyncApi(Path schemaFolder) {
    this.schemaFolder = schemaFolder;
  }

  /** The document's text, from the schemas under the repository's root. */
  public static String text(Path repository) throws IOException {
    AsyncApi api = new AsyncApi(repository.resolve("config/schema"));
    return Json.writeIndented(api.document()) + "\n";
  }

  private Value document() throws IOException {
    Map<String, List<KindSchema>> kinds = new LinkedHashMap<>();
    for (KindSchema schema : KindSchema.in(schemaFolder)) {
      kinds.computeIfAbsent(schema.kind().name(), name -> new ArrayList<>()).add(schema);
    }
    kinds.forEach(this::addKind);
    addOther("batch", "send", false, List.of("batch"));
    addOther("status", "send", true, List.of("status"));
    addOther("command", "receive", false, List.of("command", "signed-command"));
    addOther("command-result", "send", false, List.of("command-result"));
    addOther("barrier", "send", false, List.of("barrier"));
    return Value.Fields.with("asyncapi", "3.0.0")
        .and("info", info())
        .and("defaultContentType", "application/json")
        .and("servers", Value.Fields.with("broker", server()).build())
        .and("channels", new Value.Fields(channels))
        .and("operations", new Value.Fields(operations))
        .build();
  }

  private static Value info() {
    return Value.Fields.with("title", "Wayside gateway")
        .and("version", "1")
        .and(
            "description",
            "What a gateway says and hears over MQTT with the profiles WAYSIDE_JSON and"
                + " WAYSIDE_CBOR. Made from the schemas; do not edit. CBOR has the same content in"
                + " deterministic encoding (RFC 8949, 4.2.1) on the same topics; its first byte is"
                + " 0xa0 to 0xb7, that of JSON 0x7b.")
        .and(
            "license",
            Value.Fields.with("name", "Apache-2.0")
                .and("url", "https://www.apache.org/licenses/LICENSE-2.0")
                .build())
        .build();
  }

  private static Value server() {
    Value will =
        Value.Fields.with("topic", ROOT + "status")
            .and("qos", 1)
            .and("message", "see the message status with online false")
            .and("retain", true)
            .build();
    return Value.Fields.with("host", "{host}")
        .and("protocol", "mqtt")
        .and("protocolVersion", "3.1.1")
        .and("description", "The central system's broker; the gateway connects out.")
        .and(
            "variables",
            Value.Fields.with(
                    "host", Value.Fields.with("description", "Name or address, and port").build())
                .build())
        .and(
            "bindings",
            mqtt(
                Value.Fields.with("clientId", "{gateway}")
                    .and("cleanSession", true)
                    .and("lastWill", will)
                    .and("keepAlive", 60)))
        .build();
  }

  private void addKind(String name, List<KindSchema> versions) {
    FieldsBuilder messages = new FieldsBuilder();
    for (KindSchema version : versions) {
      Value body =
          Value.Fields.with("kind", Value.Fields.with("const", version.kind().toString()).build())
              .and("body", reference(version.file()))
              .build();
      Value payload =
          Value.Fields.with(
                  "allOf",
                  new Value.Many(
                      List.of(
                          reference("wire/record-1.schema.json"),
                          Value.Fields.with("properties", body).build())))
              .build();
      messages.and(
          name + "-" + version.kind().version(),
          message(version.kind().toString(), version.description(), payload));
    }
    add(
        "record-" + name,
        ROOT + name + "/{stream}",
        "Records of kind " + name + ", one a message, in sequence per stream.",
        "send",
        false,
        messages.build());
  }

  private void addOther(String name, String action, boolean retained, List<String> forms)
      throws IOException {
    FieldsBuilder messages = new FieldsBuilder();
    for (String form : forms) {
      String file = "wire/" + form + "-1.schema.json";
      messages.and(
          form, message(form, KindSchema.description(schemaFolder.resolve(file)), reference(file)));
    }
    add(name, ROOT + name, "", action, retained, messages.build());
  }

  private void add(
      String id,
      String address,
      String description,
      String action,
      boolean retained,
      Value.Fields messages) {
    FieldsBuilder channel = Value.Fields.with("address", address);
    if (!description.isEmpty()) {
      channel.and("description", description);
    }
    channels.put(
        id, channel.and("parameters", parameters(address)).and("messages", messages).build());
    operations.put(
        action + "-" + id,
        Value.Fields.with("action", action)
            .and("channel", Value.Fields.with("$ref", "#/channels/" + id).build())
            .and("bindings", mqtt(Value.Fields.with("qos", 1).and("retain", retained)))
            .build());
  }

  private static Value parameters(String address) {
    FieldsBuilder parameters =
        Value.Fields.with("tenant", described("Whose gateway it is"))
            .and("gateway", described("The gateway's id"));
    if (address.contains("{stream}")) {
      parameters.and("stream", described("The record's stream; may hold dots"));
    }
    return parameters.build();
  }

  private static Value described(String what) {
    return Value.Fields.with(
            "description", what + ". 1 to 64 lower-case letters, digits, hyphens or dots.")
        .build();
  }

  private static Value message(String name, String description, Value schema) {
    return Value.Fields.with("name", name)
        .and("title", name)
        .and("description", description)
        .and("contentType", "application/json")
        .and(
            "payload",
            Value.Fields.with("schemaFormat", SCHEMA_FORMAT).and("schema", schema).build())
        .build();
  }

  private static Value reference(String file) {
    return Value.Fields.with("$ref", SCHEMAS + file).build();
  }

  private static Value mqtt(FieldsBuilder binding) {
    return Value.Fields.with("mqtt", binding.and("bindingVersion", "0.2.0").build()).build();
  }
}
