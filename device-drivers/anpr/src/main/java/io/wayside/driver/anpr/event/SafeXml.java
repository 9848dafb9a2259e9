// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Readers of XML from outside: no document types, no entities, nothing that grows by being read.
 */
public final class SafeXml {

  private static final XMLInputFactory XML = factory();

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // What is wrong is thrown as well; by default it would be printed besides.
    factory.setXMLReporter((message, type, information, location) -> {});
    return factory;
  }

  /** A document type or an entity comes as an event of its own, and is to be refused. */
  public static XMLStreamReader reader(byte[] document) throws XMLStreamException {
    return XML.createXMLStreamReader(new ByteArrayInputStream(document));
  }
}
