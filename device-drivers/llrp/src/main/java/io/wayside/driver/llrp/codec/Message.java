// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.List;

/**
 * A message.
 *
 * @param version 1 is LLRP 1.0.1, 2 is LLRP 1.1; three bits
 * @param type ten bits
 * @param id repeated by the answer; 32 bits
 * @param reserved the three reserved bits of the header as they came
 */
public record Message(
    int version,
    int type,
    long id,
    int reserved,
    List<FieldValue> fields,
    List<Parameter> parameters,
    Octets rest)
    implements Element {

  @Override
  public Definition definition() {
    return Dictionary.message(type);
  }

  public String name() {
    return definition().name();
  }

  /** The same with another number. */
  public Message as(int newVersion, long newId) {
    return new Message(newVersion, type, newId, reserved, fields, parameters, rest);
  }
}
