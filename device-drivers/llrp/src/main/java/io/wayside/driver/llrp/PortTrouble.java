// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import java.util.Locale;

/**
 * Why a port of a reader is of no use now.
 *
 * @param kind what can be done about it
 * @param words name reader, place and remedy
 */
record PortTrouble(Kind kind, String words) {

  /** What can be done about it. */
  enum Kind {
    /** The reader is looked for. */
    LINK_DOWN,
    /** The reader does not do it: its settings, or the number of the port, are wrong. */
    REFUSED,
    STOPPED
  }

  /** As health reports name it. */
  String code() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
