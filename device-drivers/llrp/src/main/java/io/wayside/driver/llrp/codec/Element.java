// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What messages and parameters have in common: fields, parameters within, and a rest. */
public sealed interface Element permits Message, Parameter {

  /** What the tables say about it. */
  Definition definition();

  /** One for each field of the definition, in its order. */
  List<FieldValue> fields();

  /** In the order of the wire. */
  List<Parameter> parameters();

  /** What could not be followed: all of an unknown type, or what begins with an unknown one. */
  Octets rest();

  /**
   * A number.
   *
   * @throws IllegalArgumentException when there is no such field, or it holds bytes
   */
  default long number(String field) {
    if (fields().get(definition().indexOf(field)) instanceof FieldValue.Whole whole) {
      return whole.value();
    }
    throw new IllegalArgumentException(definition().name() + "." + field + " is no number");
  }

  /** Whether a bit is set. */
  default boolean flag(String field) {
    return number(field) != 0;
  }

  /**
   * Bytes, however they are to be read.
   *
   * @throws IllegalArgumentException when there is no such field, or it holds a number
   */
  default Octets octets(String field) {
    if (fields().get(definition().indexOf(field)) instanceof Octets octets) {
      return octets;
    }
    throw new IllegalArgumentException(definition().name() + "." + field + " holds no bytes");
  }

  /** All parameters of this name directly within. */
  default Stream<Parameter> all(String name) {
    return parameters().stream().filter(parameter -> parameter.definition().name().equals(name));
  }

  /** The last parameter of this name directly within: of doubled ones the last counts. */
  default Optional<Parameter> last(String name) {
    return all(name).reduce((first, second) -> second);
  }
}
