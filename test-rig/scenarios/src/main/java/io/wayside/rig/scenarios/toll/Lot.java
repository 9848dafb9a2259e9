// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.util.Locale;

/** What came of a vehicle, or of a record without one, held against what must have come of it. */
enum Lot {
  CHARGED_RIGHT,
  /** To a tag that is not its own, or although nothing was to be charged. */
  WRONG_TAG,
  /** A charge, and no vehicle that passed then. */
  NO_PASSAGE,
  /** The charge of a tag that has been charged for its passage already. */
  TWICE,
  /** Its tag was readable and it passed, but it was held until an attendant let it go. */
  MISSED_HELD,
  /** The same, and the record says that a person has to look. */
  MISSED_FLAGGED,
  /** The same, and no record says so. */
  MISSED_SILENT,
  /** Nothing to charge, or not so that a lane can know, and treated so. */
  OTHER_RIGHT,
  /** Treated otherwise than allowed, and its record says that a person has to look. */
  OTHER_FLAGGED,
  /** Treated otherwise than allowed, and no record says so. */
  OTHER_SILENT,
  /** Charged rightly, but the record lacks a flag it must carry. */
  FLAG_MISSING,
  /** A record of a violation or for review, and no vehicle that passed then. */
  STRAY;

  /** As tables and traces name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean wrongCharge() {
    return this == WRONG_TAG || this == NO_PASSAGE || this == TWICE;
  }

  /** Not charged though its tag could be read. */
  boolean missed() {
    return this == MISSED_HELD || this == MISSED_FLAGGED || this == MISSED_SILENT;
  }

  boolean wrong() {
    return this != CHARGED_RIGHT && this != OTHER_RIGHT;
  }

  /** Wrong in any case without a word about it. */
  boolean silent() {
    return this == MISSED_SILENT || this == OTHER_SILENT || this == FLAG_MISSING;
  }
}
