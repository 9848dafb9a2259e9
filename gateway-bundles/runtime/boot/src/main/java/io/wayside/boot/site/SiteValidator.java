// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through one document, section by section, and gathers errors and configurations. */
final class SiteValidator implements PartReader.Parts {

  private static final String GATEWAY = "gateway";
  private static final String TYPE = "type";

  private final SiteSchema schema;
  private final Json.Document document;
  private final Findings findings;
  private final PartReader parts;
  private final TreeMap<String, Map<String, Object>> configurations = new TreeMap<>();

  SiteValidator(SiteSchema schema, Json.Document document) {
    this.schema = schema;
    this.document = document;
    this.findings = new Findings(document);
    this.parts = new PartReader(findings, this);
  }

  SiteReading validate() {
    if (!(document.root() instanceof Value.Fields root)) {
      findings.wrong(
          Spot.ROOT,
          "expected an object, found " + ValueWords.found(document.root()),
          "begin the document with {");
      return new SiteReading.Refused(findings.inOrder());
    }
    for (String name : root.values().keySet()) {
      if (!schema.sections().containsKey(name)) {
        findings.wrongName(
            Spot.ROOT.child(name),
            "unknown section \"" + name + "\"",
            NearestName.remedy(name, "sections", schema.sections().keySet()));
      }
    }
    schema.sections().values().forEach(section -> section(section, root));
    List<SiteError> errors = findings.inOrder();
    return errors.isEmpty()
        ? new SiteReading.Accepted(plan(root))
        : new SiteReading.Refused(errors);
  }

  private SitePlan plan(Value.Fields root) {
    Value.Fields gateway = (Value.Fields) root.get(GATEWAY);
    return new SitePlan(
        ((Value.Text) gateway.get("id")).value(),
        ((Value.Text) gateway.get("tenant")).value(),
        ContentHash.of(root),
        configurations);
  }

  private void section(Section section, Value.Fields root) {
    Spot spot = Spot.ROOT.child(section.name());
    if (!root.values().containsKey(section.name())) {
      if (section.required()) {
        findings.wrong(
            Spot.ROOT,
            "section \"" + section.name() + "\" is missing",
            "add \"" + section.name() + "\": { }");
      }
      return;
    }
    if (!(root.get(section.name()) instanceof Value.Fields content)) {
      findings.wrong(
          spot,
          "expected an object, found " + ValueWords.found(root.get(section.name())),
          "write { }");
    } else if (section.named()) {
      content.values().forEach((id, part) -> named(section, id, part, spot.child(id)));
    } else {
      ComponentType type = section.only();
      configurations.put(type.pid(), parts.read(type, content, spot, section.name(), ""));
      if (section.name().equals(GATEWAY)) {
        requireName(content, "id", spot);
        requireName(content, "tenant", spot);
      }
    }
  }

  private void requireName(Value.Fields gateway, String key, Spot spot) {
    if (gateway.get(key) instanceof Value.Text name && !NamedPart.isId(name.value())) {
      findings.wrong(spot.child(key), ValueWords.quoted(name) + " is not a name", NamedPart.FORM);
    }
  }

  private void named(Section section, String id, Value value, Spot spot) {
    if (!NamedPart.isId(id)) {
      findings.wrongName(spot, "\"" + id + "\" is not an id", NamedPart.FORM);
    }
    if (!(value instanceof Value.Fields part)) {
      findings.wrong(
          spot,
          "expected an object, found " + ValueWords.found(value),
          "write { \"type\": \u2026 }");
      return;
    }
    if (!(part.get(TYPE) instanceof Value.Text text)) {
      boolean missing = !part.values().containsKey(TYPE);
      findings.wrong(
          missing ? spot : spot.child(TYPE),
          missing
              ? "\"type\" is missing"
              : "expected a text, found " + ValueWords.found(part.get(TYPE)),
          "types known here: " + String.join(", ", section.types().keySet()));
      return;
    }
    ComponentType type = section.types().get(text.value());
    if (type == null) {
      findings.wrong(
          spot.child(TYPE),
          "unknown type " + ValueWords.quoted(text),
          NearestName.remedy(text.value(), "types", section.types().keySet()));
      return;
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(Section.idProperty(section.name()), id);
    properties.putAll(parts.read(type, part, spot, "type " + text.value(), TYPE));
    configurations.put(type.pid() + "~" + id, properties);
  }

  @Override
  public Optional<ComponentType> find(String section, String id) {
    Section in = schema.sections().get(section);
    return in != null
            && content(section).get(id) instanceof Value.Fields part
            && part.get(TYPE) instanceof Value.Text type
        ? Optional.ofNullable(in.types().get(type.value()))
        : Optional.empty();
  }

  @Override
  public List<String> offering(String section, String offered) {
    return ids(section).stream()
        .filter(id -> find(section, id).filter(t -> t.offers().contains(offered)).isPresent())
        .toList();
  }

  @Override
  public List<String> ids(String section) {
    return new ArrayList<>(content(section).values().keySet());
  }

  private Value.Fields content(String section) {
    return document.root() instanceof Value.Fields root
            && root.get(section) instanceof Value.Fields content
        ? content
        : new Value.Fields(Map.of());
  }
}
