// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.List;
import java.util.Set;

/**
 * A kind of part that a site document can configure.
 *
 * @param pid its PID, or factory PID where there may be many
 * @param attributes its settings, in the order of its metatype
 * @param offers the interfaces its component offers as services
 * @param description for people
 */
public record ComponentType(
    String pid, List<Attribute> attributes, Set<String> offers, String description) {

  public ComponentType {
    attributes = List.copyOf(attributes);
    offers = Set.copyOf(offers);
  }
}
