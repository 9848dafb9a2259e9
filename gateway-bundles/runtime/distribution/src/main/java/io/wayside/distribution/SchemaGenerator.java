// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import io.wayside.boot.site.Attribute;
import io.wayside.boot.site.ComponentType;
import io.wayside.boot.site.Section;
import io.wayside.boot.site.SiteSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes the site schema of a set of bundles from their metatype and component documents. A PID says
 * where in the document its part is; one that says it in no known form would never be configured
 * and fails the build.
 */
final class SchemaGenerator {

  private static final String HOUSE = "io.wayside.";

  /** No gateway runs without these two. */
  private static final Set<String> REQUIRED = Set.of("gateway", "journal");

  private final TreeMap<String, Section> sections = new TreeMap<>();
  private final List<DeclaredComponent> components = new ArrayList<>();
  private final TreeMap<String, Element> metatypes = new TreeMap<>();

  private SchemaGenerator() {
    for (String kind : List.of("device", "station", "uplink")) {
      String name = Section.ofKind(kind);
      sections.put(name, new Section(name, true, false, new TreeMap<>()));
    }
  }

  static SiteSchema of(Collection<BundleJar> bundles) {
    SchemaGenerator generator = new SchemaGenerator();
    for (BundleJar bundle : bundles) {
      if (bundle.symbolicName().startsWith(HOUSE)) {
        bundle.components().forEach(c -> generator.components.add(DeclaredComponent.of(c)));
        bundle.metatypes().forEach(generator::designates);
      }
    }
    return generator.generate();
  }

  private void designates(Document document) {
    Map<String, Element> classes = new TreeMap<>();
    XmlFiles.all(document, "OCD").forEach(ocd -> classes.put(ocd.getAttribute("id"), ocd));
    for (Element designate : XmlFiles.all(document, "Designate")) {
      String factory = designate.getAttribute("factoryPid");
      String pid = factory.isEmpty() ? designate.getAttribute("pid") : factory;
      String ocd = XmlFiles.all(designate, "Object").get(0).getAttribute("ocdref");
      Element known = classes.get(ocd);
      if (known == null) {
        throw new IllegalArgumentException("PID " + pid + " names no metatype class " + ocd);
      }
      metatypes.put(pid, known);
    }
  }

  private SiteSchema generate() {
    TreeSet<String> pids = new TreeSet<>(metatypes.keySet());
    components.stream()
        .filter(DeclaredComponent::needsConfiguration)
        .forEach(component -> pids.addAll(component.pids()));
    for (String pid : pids) {
      add(PartPid.parse(pid), type(pid));
    }
    return new SiteSchema(sections);
  }

  private void add(PartPid pid, ComponentType type) {
    Section before = sections.get(pid.section());
    TreeMap<String, ComponentType> types =
        before == null ? new TreeMap<>() : new TreeMap<>(before.types());
    types.put(pid.name(), type);
    boolean required = REQUIRED.contains(pid.section());
    sections.put(pid.section(), new Section(pid.section(), pid.named(), required, types));
  }

  private ComponentType type(String pid) {
    List<DeclaredComponent> configured =
        components.stream().filter(component -> component.pids().contains(pid)).toList();
    Map<String, String> references = new TreeMap<>();
    TreeSet<String> offers = new TreeSet<>();
    for (DeclaredComponent component : configured) {
      references.putAll(component.references());
      offers.addAll(component.offers());
    }
    Element metatype = metatypes.get(pid);
    if (metatype == null) {
      return new ComponentType(pid, List.of(), offers, "");
    }
    List<Attribute> attributes = new ArrayList<>();
    for (Element definition : XmlFiles.all(metatype, "AD")) {
      if (MetatypeAttribute.isWritten(definition)) {
        attributes.add(MetatypeAttribute.read(pid, definition, references));
      }
    }
    return new ComponentType(pid, attributes, offers, metatype.getAttribute("description"));
  }
}
