// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.util.Map;

/** Texts and elements written as XML. */
final class Xml {

  private Xml() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** As a header that goes back to whom it came from (WS-Addressing 1.0 SOAP Binding, 2.3). */
  static String reference(Element parameter) {
    return written(parameter, " wsa:IsReferenceParameter=\"true\"");
  }

  private static String written(Element element, String more) {
    StringBuilder xml = new StringBuilder("<").append(element.name());
    xml.append(" xmlns=\"").append(escaped(element.space())).append('"').append(more);
    for (Map.Entry<String, String> each : element.attributes().entrySet()) {
      xml.append(' ').append(each.getKey()).append("=\"").append(escaped(each.getValue()));
      xml.append('"');
    }
    xml.append('>').append(escaped(element.text()));
    element.children().forEach(child -> xml.append(written(child, "")));
    return xml.append("</").append(element.name()).append('>').toString();
  }
}
