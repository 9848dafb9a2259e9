// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A component as its Declarative Services document has it.
 *
 * @param name of the component
 * @param pids by which it is configured
 * @param needsConfiguration whether it does not run without
 * @param offers interfaces of its services
 * @param references interface by reference name
 */
record DeclaredComponent(
    String name,
    List<String> pids,
    boolean needsConfiguration,
    TreeSet<String> offers,
    Map<String, String> references) {

  static DeclaredComponent of(Document document) {
    Element component = document.getDocumentElement();
    String name = component.getAttribute("name");
    String pids = component.getAttribute("configuration-pid");
    TreeSet<String> offers = new TreeSet<>();
    XmlFiles.all(document, "provide").forEach(p -> offers.add(p.getAttribute("interface")));
    Map<String, String> references = new LinkedHashMap<>();
    XmlFiles.all(document, "reference")
        .forEach(r -> references.put(r.getAttribute("name"), r.getAttribute("interface")));
    return new DeclaredComponent(
        name,
        pids.isBlank() ? List.of(name) : List.of(pids.strip().split("\\s+", -1)),
        component.getAttribute("configuration-policy").equals("require"),
        offers,
        references);
  }
}
