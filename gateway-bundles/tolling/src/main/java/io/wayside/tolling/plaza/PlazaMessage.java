// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.core.record.Names;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/**
 * One lane's word to the others.
 *
 * @param boot rises with every start of the lane's software; wall-clock milliseconds serve
 * @param sequence 1, 2, 3 … within a boot
 * @param tag empty for {@link Kind#ALIVE} alone
 * @param score 0 to 1
 * @param vehicle whether a vehicle stands in that lane that may carry the tag; for {@link
 *     Kind#RECALLS} whether it passed; for {@link Kind#ASKS} and {@link Kind#FORGOT} whether the
 *     age is that of the tag's leaving
 * @param ageMs how long ago the tag passed, for {@link Kind#SETTLED}; what is asked about, for
 *     {@link Kind#ASKS}, {@link Kind#RECALLS} and {@link Kind#FORGOT}; else 0
 */
public record PlazaMessage(
    String station,
    String lane,
    long boot,
    long sequence,
    Kind kind,
    Optional<TagNumber> tag,
    double score,
    boolean vehicle,
    long ageMs) {

  /** What it says. */
  public enum Kind {
    /** The lane is there. */
    ALIVE,
    HEARD,
    CLAIMED,
    RELEASED,
    SETTLED,
    /**
     * How did you hear the tag, so long ago? With a vehicle: it was last heard here so long ago;
     * may it have left with yours?
     */
    ASKS,
    /**
     * The answer, with the age that was asked for: the best score while a vehicle stood there that
     * might have carried it, 0 when there can have been none, and whether it passed there within
     * the time of duplicates of then.
     */
    RECALLS,
    /** It was not there then, or does not remember. */
    FORGOT;

    /** Of what was, not of what is. */
    boolean isOfThePast() {
      return this == ASKS || this == RECALLS || this == FORGOT;
    }
  }

  public PlazaMessage {
    Names.require("station", station);
    Names.require("lane", lane);
    if (boot < 0 || sequence < 1 || ageMs < 0 || !(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "boot "
              + boot
              + ", sequence "
              + sequence
              + ", age "
              + ageMs
              + " ms or score "
              + score
              + " is out of range");
    }
    if (tag.isPresent() == (kind == Kind.ALIVE)) {
      throw new IllegalArgumentException(kind + " with tag " + tag + ": alive alone has none");
    }
  }
}
