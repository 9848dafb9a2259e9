// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import java.util.List;
import java.util.Map;

/** An element with its attributes and the elements in it. */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> inside) {

  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  public List<XmlElement> all(String element) {
    return inside.stream().filter(each -> each.name().equals(element)).toList();
  }
}
