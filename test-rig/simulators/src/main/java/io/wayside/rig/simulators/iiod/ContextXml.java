// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.Collection;

/** The context as PRINT gives it, in the elements that libiio 0.25 writes. */
final class ContextXml {

  /** Real contexts begin with their grammar; a reader has to bear it. */
  private static final String HEADER =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE context [
      <!ELEMENT context (device | context-attribute)*>
      <!ELEMENT context-attribute EMPTY>
      <!ELEMENT device (channel | attribute | debug-attribute | buffer-attribute)*>
      <!ELEMENT channel (scan-element?, attribute*)>
      <!ELEMENT attribute EMPTY>
      <!ELEMENT scan-element EMPTY>
      <!ELEMENT debug-attribute EMPTY>
      <!ELEMENT buffer-attribute EMPTY>
      <!ATTLIST context name CDATA #REQUIRED version-major CDATA #REQUIRED version-minor CDATA
       #REQUIRED version-git CDATA #REQUIRED description CDATA #IMPLIED>
      <!ATTLIST context-attribute name CDATA #REQUIRED value CDATA #REQUIRED>
      <!ATTLIST device id CDATA #REQUIRED name CDATA #IMPLIED label CDATA #IMPLIED>
      <!ATTLIST channel id CDATA #REQUIRED type (input|output) #REQUIRED name CDATA #IMPLIED>
      <!ATTLIST scan-element index CDATA #REQUIRED format CDATA #REQUIRED scale CDATA #IMPLIED>
      <!ATTLIST attribute name CDATA #REQUIRED filename CDATA #IMPLIED>
      <!ATTLIST debug-attribute name CDATA #REQUIRED>
      <!ATTLIST buffer-attribute name CDATA #REQUIRED>
      ]>"""
          .replace("\n", "");

  private ContextXml() {}

  static String of(Collection<IioDevice> devices) {
    StringBuilder xml = new StringBuilder(HEADER);
    xml.append("<context name=\"local\" version-major=\"")
        .append(IiodVersion.MAJOR)
        .append("\" version-minor=\"")
        .append(IiodVersion.MINOR)
        .append("\" version-git=\"")
        .append(IiodVersion.GIT)
        .append("\" description=\"")
        .append(escaped("Linux simulated 6.1.0 #1 SMP armv7l"))
        .append("\" >");
    attribute(xml, "context-attribute", "local,kernel", "value", "6.1.0");
    attribute(xml, "context-attribute", "uri", "value", "local:");
    devices.forEach(device -> device(xml, device));
    return xml.append("</context>").toString();
  }

  private static void device(StringBuilder xml, IioDevice device) {
    IioDescription description = device.description();
    xml.append("<device id=\"%s\" name=\"%s\" >".formatted(description.id(), description.name()));
    description.channels().forEach(channel -> channel(xml, channel));
    device.attributes().forEach(a -> xml.append("<attribute name=\"%s\" />".formatted(a.name())));
    device
        .bufferAttributes()
        .forEach(a -> xml.append("<buffer-attribute name=\"%s\" />".formatted(a.name())));
    xml.append("</device>");
  }

  private static void channel(StringBuilder xml, IioChannel channel) {
    xml.append("<channel id=\"%s\" type=\"input\" >".formatted(channel.id()));
    if (channel.isScanned()) {
      xml.append("<scan-element index=\"")
          .append(channel.index())
          .append("\" format=\"")
          .append(escaped(channel.format().inContext()))
          .append("\" />");
    }
    for (IioAttribute a : channel.attributes()) {
      attribute(xml, "attribute", a.name(), "filename", a.file());
    }
    if (!channel.isTimestamp()) {
      attribute(xml, "attribute", "raw", "filename", "in_" + channel.id() + "_raw");
    }
    xml.append("</channel>");
  }

  private static void attribute(
      StringBuilder xml, String element, String name, String second, String value) {
    xml.append("<%s name=\"%s\" %s=\"%s\" />".formatted(element, name, second, escaped(value)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }
}
