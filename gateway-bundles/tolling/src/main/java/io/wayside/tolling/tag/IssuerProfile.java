// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import java.util.List;
import java.util.Optional;

/**
 * One kind of tag of one issuer.
 *
 * @param id of the row
 * @param issuer its name in the site's documents, in lists and records
 * @param prefix how its numbers begin
 * @param user fields of the user bank; empty when none are known
 * @param tidCheck whether the chip's own number is to be read and looked at
 * @param source where the row is from
 */
public record IssuerProfile(
    String id,
    String issuer,
    Prefix prefix,
    List<UserField> user,
    boolean tidCheck,
    String source,
    Certainty certainty) {

  private static final int LEAST_TID_DIGITS = 8;

  /** Of this field nothing is kept: plates have a rule of their own. */
  private static final String PLATE = "plate";

  public IssuerProfile {
    user = List.copyOf(user);
  }

  /** What the user bank says, by the names of the fields; never a plate. */
  public Value.Fields userFields(Optional<String> memory) {
    FieldsBuilder fields = new FieldsBuilder();
    String read = memory.filter(Hex::isHex).orElse("");
    user.stream()
        .filter(field -> !field.name().equals(PLATE))
        .forEach(field -> fields.and(field.name(), field.read(read)));
    return fields.build();
  }

  /**
   * Whether the chip's number may be one: of an allocation class that tags for vehicles have (E2:
   * GS1, E0: ISO/IEC 7816-6; ISO/IEC 15963), with at least its 32 fixed bits read. True when it is
   * not to be checked.
   */
  public boolean tidHolds(Optional<String> tid) {
    return !tidCheck
        || tid.filter(Hex::isHex)
            .filter(read -> read.length() >= LEAST_TID_DIGITS)
            .filter(read -> read.startsWith("e2") || read.startsWith("e0"))
            .isPresent();
  }
}
