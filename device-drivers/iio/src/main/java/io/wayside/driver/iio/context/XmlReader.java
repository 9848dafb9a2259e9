// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.data.GarbledData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads elements and attributes, which is all that iiod sends. A document type is passed over and
 * declares nothing: the five entities of XML itself and characters by number are the only ones.
 * Text between elements is passed over too.
 */
public final class XmlReader {

  private static final int DEEPEST = 16;
  private static final int MOST_ELEMENTS = 50_000;
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  private final String text;
  private int at;
  private int elements;

  private XmlReader(String text) {
    this.text = text;
  }

  /** The outermost element. */
  public static XmlElement read(String text) throws GarbledData {
    XmlReader reader = new XmlReader(text);
    reader.toNextTag();
    return reader.element(0);
  }

  /** Passes over text, comments, instructions and the document type. */
  private void toNextTag() throws GarbledData {
    while (true) {
      at = text.indexOf('<', at);
      if (at < 0) {
        at = text.length();
        throw wrong("the text ends where an element is expected");
      }
      if (text.startsWith("<!--", at)) {
        skipPast("-->");
      } else if (text.startsWith("<?", at)) {
        skipPast("?>");
      } else if (text.startsWith("<!", at)) {
        skipDeclaration();
      } else {
        return;
      }
    }
  }

  private void skipPast(String end) throws GarbledData {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw wrong("there is no " + end);
    }
    at = found + end.length();
  }

  private void skipDeclaration() throws GarbledData {
    int open = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      open += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (open == 0) {
        at++;
        return;
      }
    }
    throw wrong("a declaration has no end");
  }

  private XmlElement element(int depth) throws GarbledData {
    if (depth == DEEPEST || ++elements > MOST_ELEMENTS) {
      throw wrong("elements are nested too deep or too many");
    }
    at++;
    String name = name();
    Map<String, String> attributes = new LinkedHashMap<>();
    List<XmlElement> inside = new ArrayList<>();
    while (true) {
      skipBlanks();
      if (take("/>")) {
        return new XmlElement(name, attributes, inside);
      }
      if (take(">")) {
        break;
      }
      String attribute = name();
      skipBlanks();
      expect("=");
      skipBlanks();
      if (attributes.put(attribute, quoted()) != null) {
        throw wrong("attribute " + attribute + " is given twice");
      }
    }
    toNextTag();
    while (!take("</")) {
      inside.add(element(depth + 1));
      toNextTag();
    }
    expect(name);
    skipBlanks();
    expect(">");
    return new XmlElement(name, attributes, inside);
  }

  private String quoted() throws GarbledData {
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw wrong("a value in quotes is expected");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value.indexOf('&') < 0 ? value : unescaped(value);
  }

  private String unescaped(String value) throws GarbledData {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int and = value.indexOf('&'); and >= 0; and = value.indexOf('&', from)) {
      int end = value.indexOf(';', and);
      if (end < 0) {
        throw wrong("an entity has no end");
      }
      out.append(value, from, and).append(entity(value.substring(and + 1, end)));
      from = end + 1;
    }
    return out.append(value, from, value.length()).toString();
  }

  private String entity(String name) throws GarbledData {
    String known = ENTITIES.get(name);
    if (known != null) {
      return known;
    }
    if (name.matches("#(\\d{1,6}|x[0-9a-fA-F]{1,5})")) {
      boolean hex = name.charAt(1) == 'x';
      return Character.toString(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
    }
    throw wrong("the entity &" + (name.length() > 20 ? "…" : name) + "; is not known");
  }

  private String name() throws GarbledData {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "-_:.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at == from) {
      throw wrong("a name is expected");
    }
    return text.substring(from, at);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private void expect(String expected) throws GarbledData {
    if (!take(expected)) {
      throw wrong(expected + " is expected");
    }
  }

  private GarbledData wrong(String what) {
    return new GarbledData("XML character " + at + ": " + what);
  }
}
