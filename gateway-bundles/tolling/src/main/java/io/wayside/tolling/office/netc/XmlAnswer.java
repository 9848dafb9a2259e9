// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import io.wayside.core.data.GarbledData;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads answers with the JDK's reader: no document types, no outside entities, bounded in number.
 */
final class XmlAnswer {

  private static final int MOST = 1_000_000;

  private XmlAnswer() {}

  /** The attributes of all elements of a name. */
  static List<Map<String, String>> elements(byte[] answer, String name) throws GarbledData {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Map<String, String>> found = new ArrayList<>();
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new ByteArrayInputStream(utf8(answer)), "UTF-8");
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(name)) {
          if (found.size() == MOST) {
            throw new GarbledData("the office's answer has more than " + MOST + " " + name);
          }
          found.add(attributes(reader));
        }
      }
      return found;
    } catch (XMLStreamException garbled) {
      throw new GarbledData("the office's answer is no XML: " + garbled.getMessage());
    }
  }

  /** Checked here: the JDK's reader prints what it thinks of bytes that are no UTF-8. */
  private static byte[] utf8(byte[] answer) throws GarbledData {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer));
      return answer;
    } catch (CharacterCodingException garbled) {
      throw new GarbledData("the office's answer is no UTF-8");
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }
}
