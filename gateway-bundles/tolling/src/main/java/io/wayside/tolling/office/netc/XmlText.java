// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A request on its way to bytes, by the JDK's writer. */
final class XmlText {

  static final String NAMESPACE = "urn:wayside:toll:in-the-manner-of-netc";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  private XmlText() throws XMLStreamException {
    writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
  }

  /** A request with its head. */
  static XmlText begin(String name, String organisation, String messageId, Instant sent) {
    try {
      XmlText xml = new XmlText();
      xml.writer.writeStartDocument("UTF-8", "1.0");
      xml.writer.setPrefix("etc", NAMESPACE);
      xml.writer.writeStartElement("etc", name, NAMESPACE);
      xml.writer.writeNamespace("etc", NAMESPACE);
      return xml.empty(
          "Head",
          "ver",
          "1.0",
          "ts",
          sent.toString(),
          "orgId",
          organisation,
          "msgId",
          messageId.length() > 35 ? messageId.substring(messageId.length() - 35) : messageId);
    } catch (XMLStreamException failed) {
      throw NetcForm.unwritable(failed);
    }
  }

  /** An element with attributes; those without a value are left out. */
  XmlText empty(String name, String... attributes) {
    try {
      writer.writeEmptyElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        if (!attributes[i + 1].isEmpty()) {
          writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
      }
      return this;
    } catch (XMLStreamException failed) {
      throw NetcForm.unwritable(failed);
    }
  }

  void open(String name) {
    try {
      writer.writeStartElement(name);
    } catch (XMLStreamException failed) {
      throw NetcForm.unwritable(failed);
    }
  }

  void close() {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException failed) {
      throw NetcForm.unwritable(failed);
    }
  }

  byte[] end() {
    try {
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
      return bytes.toByteArray();
    } catch (XMLStreamException failed) {
      throw NetcForm.unwritable(failed);
    }
  }
}
