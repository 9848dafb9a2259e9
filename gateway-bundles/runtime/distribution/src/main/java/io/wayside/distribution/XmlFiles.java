// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Small XML documents as bnd writes them. */
final class XmlFiles {

  private XmlFiles() {}

  static Document read(InputStream in) throws IOException {
    try (in) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in);
    } catch (ParserConfigurationException | SAXException notXml) {
      throw new IOException("not the XML that was expected: " + notXml.getMessage(), notXml);
    }
  }

  /** All elements of that name, however deep. */
  static List<Element> all(Document document, String name) {
    return elements(document.getElementsByTagName(name));
  }

  static List<Element> all(Element parent, String name) {
    return elements(parent.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
