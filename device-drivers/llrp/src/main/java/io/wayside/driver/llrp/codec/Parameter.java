// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.List;

/**
 * A parameter. Of types below 128 there are only known ones, since their length is not on the wire.
 *
 * @param type ten bits
 * @param reserved the reserved bits before the type as they came; five can be set
 */
public record Parameter(
    int type, int reserved, List<FieldValue> fields, List<Parameter> parameters, Octets rest)
    implements Element {

  @Override
  public Definition definition() {
    return Dictionary.parameter(type);
  }

  public String name() {
    return definition().name();
  }
}
