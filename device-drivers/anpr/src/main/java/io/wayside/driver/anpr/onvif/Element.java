// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import io.wayside.core.data.GarbledData;
import io.wayside.driver.anpr.event.SafeXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document from outside. Children are looked for by their local names, since
 * cameras do not agree in name spaces.
 *
 * @param space its name space, empty for none
 * @param text of its own, without white space around it
 */
record Element(
    String space,
    String name,
    Map<String, String> attributes,
    String text,
    List<Element> children) {

  /** More than the deepest of a plate's event, a dozen. */
  private static final int DEEPEST = 32;

  private static final int MOST = 20_000;
  private static final int MOST_ATTRIBUTES = 64;

  Element {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The root of a document. */
  static Element read(byte[] document) throws GarbledData {
    try {
      return read(SafeXml.reader(document));
    } catch (XMLStreamException | RuntimeException wrong) {
      throw new GarbledData("an answer is no XML: " + wrong.getMessage());
    }
  }

  private static Element read(XMLStreamReader reader) throws XMLStreamException, GarbledData {
    Deque<Open> path = new ArrayDeque<>();
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.push(Open.at(reader));
          count++;
          if (path.size() > DEEPEST || count > MOST) {
            throw new GarbledData(
                "an answer is nested deeper than "
                    + DEEPEST
                    + " or has over "
                    + MOST
                    + " elements");
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!path.isEmpty()) {
            path.peek().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element whole = path.pop().whole();
          if (path.isEmpty()) {
            return whole;
          }
          path.peek().children.add(whole);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new GarbledData("an answer has a document type or an entity of its own");
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    throw new GarbledData("an answer ends before its root does");
  }

  /** An element whose end was not read yet. */
  private record Open(
      String space,
      String name,
      Map<String, String> attributes,
      StringBuilder text,
      List<Element> children) {

    static Open at(XMLStreamReader reader) throws GarbledData {
      if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
        throw new GarbledData("an element has over " + MOST_ATTRIBUTES + " attributes");
      }
      Map<String, String> attributes = new HashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      String space = reader.getNamespaceURI();
      return new Open(
          space == null ? "" : space,
          reader.getLocalName(),
          attributes,
          new StringBuilder(),
          new ArrayList<>());
    }

    Element whole() {
      return new Element(space, name, attributes, text.toString().strip(), children);
    }
  }

  Optional<String> attribute(String named) {
    return Optional.ofNullable(attributes.get(named));
  }

  /** Its children of one name, in their order. */
  Stream<Element> all(String named) {
    return children.stream().filter(child -> child.name.equals(named));
  }

  /** The first child along a path of names. */
  Optional<Element> at(String... path) {
    Optional<Element> here = Optional.of(this);
    for (String step : path) {
      here = here.flatMap(element -> element.all(step).findFirst());
    }
    return here;
  }

  /** The text there; nothing if it is blank. */
  Optional<String> textAt(String... path) {
    return at(path).map(Element::text).filter(text -> !text.isEmpty());
  }

  /** The first element of a name, this one or below it. */
  Optional<Element> anywhere(String named) {
    return name.equals(named)
        ? Optional.of(this)
        : children.stream().flatMap(child -> child.anywhere(named).stream()).findFirst();
  }
}
