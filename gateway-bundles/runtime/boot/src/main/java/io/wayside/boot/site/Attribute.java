// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One setting of a component.
 *
 * @param name its name in the component, with the suffix of its unit
 * @param type of one value
 * @param many whether it is a list
 * @param required whether it must be written
 * @param defaults what applies when it is not written; texts as metatype has them
 * @param minimum smallest number allowed, in the unit of the name
 * @param maximum largest number allowed, in the unit of the name
 * @param options the only values allowed; empty when any
 * @param reference the part of the site it names
 * @param description for people
 */
public record Attribute(
    String name,
    ValueType type,
    boolean many,
    boolean required,
    List<String> defaults,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    List<String> options,
    Optional<Reference> reference,
    String description) {

  public Attribute {
    defaults = List.copyOf(defaults);
    options = List.copyOf(options);
  }

  /** The unit its name ends in. */
  public Optional<Unit> unit() {
    return type.isNumber() ? Unit.ofName(name) : Optional.empty();
  }

  /** The name under which a text with a unit is written. */
  public String plainName() {
    return unit().map(unit -> unit.nameWithout(name)).orElse(name);
  }

  /** The names under which it may be written, the preferred first. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(plainName());
    if (!names.contains(name)) {
      names.add(name);
    }
    return names;
  }
}
