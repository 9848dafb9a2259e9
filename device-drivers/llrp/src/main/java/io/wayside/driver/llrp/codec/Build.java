// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a message or parameter of the tables together, by names; numbers not given are 0. */
public final class Build {

  private final Definition definition;
  private final List<FieldValue> fields = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();

  private Build(Definition definition) {
    this.definition = definition;
    for (Field field : definition.fields()) {
      fields.add(initial(field));
    }
  }

  private static FieldValue initial(Field field) {
    return switch (field.kind()) {
      case UNSIGNED, SIGNED, RESERVED -> FieldValue.Whole.of(0);
      case FIXED -> Octets.of(new byte[field.bits() / Byte.SIZE]);
      default -> Octets.NONE;
    };
  }

  /**
   * A message.
   *
   * @throws IllegalArgumentException when the tables have no such name
   */
  public static Build message(String name) {
    return new Build(Dictionary.messageNamed(name).orElseThrow(() -> none("message", name)));
  }

  /**
   * A parameter.
   *
   * @throws IllegalArgumentException when the tables have no such name
   */
  public static Build parameter(String name) {
    return new Build(Dictionary.parameterNamed(name).orElseThrow(() -> none("parameter", name)));
  }

  private static IllegalArgumentException none(String what, String name) {
    return new IllegalArgumentException("LLRP has no " + what + " \"" + name + "\"");
  }

  /**
   * Sets a number.
   *
   * @throws IllegalArgumentException when there is no such field or it does not hold the number
   */
  public Build with(String field, long number) {
    int index = definition.indexOf(field);
    Field found = definition.fields().get(index);
    if (!found.kind().isNumber() || !found.holds(number)) {
      throw new IllegalArgumentException(
          definition.name() + "." + field + " does not hold " + number);
    }
    fields.set(index, FieldValue.Whole.of(number));
    return this;
  }

  public Build with(String field, boolean bit) {
    return with(field, bit ? 1 : 0);
  }

  /**
   * Sets bytes.
   *
   * @throws IllegalArgumentException when there is no such field or it does not hold them
   */
  public Build with(String field, Octets octets) {
    int index = definition.indexOf(field);
    Field found = definition.fields().get(index);
    Optional<String> refusal = found.refusal(octets);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(definition.name() + "." + field + " " + refusal.get());
    }
    fields.set(index, octets);
    return this;
  }

  /** Adds a parameter behind those that are there. */
  public Build with(Parameter parameter) {
    parameters.add(parameter);
    return this;
  }

  public Build with(Build parameter) {
    return with(parameter.parameter());
  }

  /** Name of what is put together. */
  public String name() {
    return definition.name();
  }

  public Parameter parameter() {
    return new Parameter(
        definition.type(), 0, List.copyOf(fields), List.copyOf(parameters), Octets.NONE);
  }

  public Message message(int version, long id) {
    return new Message(
        version,
        definition.type(),
        id,
        0,
        List.copyOf(fields),
        List.copyOf(parameters),
        Octets.NONE);
  }
}
