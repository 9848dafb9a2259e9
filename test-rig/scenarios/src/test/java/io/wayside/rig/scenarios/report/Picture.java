// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as a parser of XML sees it; fails when it is not well-formed. */
record Picture(Document document) {

  static Picture of(String svg) {
    try {
      return new Picture(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg))));
    } catch (Exception malformed) { // whichever it is, the picture is wrong
      throw new AssertionError("not well-formed: " + malformed.getMessage(), malformed);
    }
  }

  List<Element> elements(String tag, String style) {
    NodeList all = document.getElementsByTagName(tag);
    List<Element> own = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (style.equals(element.getAttribute("class"))) {
        own.add(element);
      }
    }
    return own;
  }

  /** Each dot's place, "x y". */
  List<String> dots() {
    return elements("path", "dots").stream()
        .flatMap(path -> java.util.Arrays.stream(path.getAttribute("d").split("M", -1)))
        .filter(dot -> !dot.isEmpty())
        .map(dot -> dot.replaceFirst("h0$", ""))
        .toList();
  }
}
