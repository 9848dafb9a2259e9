// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/** Whose passage a record says it was. */
public final class PassageTag {

  private PassageTag() {}

  /** A vehicle that was recovered has no sightings in its record, but its decision has the tag. */
  public static Optional<TagNumber> of(Fields body) {
    return body.each("tags").stream()
        .filter(tag -> tag.truth("chosen"))
        .findFirst()
        .map(
            tag ->
                new TagNumber(tag.text("epc").orElse(""), tag.whole("bits").orElse(0L).intValue()))
        .or(
            () ->
                body.member("decision")
                    .text("tag")
                    .map(epc -> new TagNumber(epc, epc.length() * 4)));
  }

  /** The number of its chip, where it was read. */
  public static Optional<String> tid(Fields body) {
    return body.each("tags").stream()
        .filter(tag -> tag.truth("chosen"))
        .findFirst()
        .flatMap(tag -> tag.text("tid"));
  }

  /** Whether vehicle or tag are in doubt, and not the sum alone. */
  public static boolean isInDoubt(Fields body) {
    return body.texts("because").stream()
        .anyMatch(reason -> reason.startsWith("review:" + Charges.IN_DOUBT));
  }
}
