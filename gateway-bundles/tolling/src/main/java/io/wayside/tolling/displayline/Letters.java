// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

/** What a display can show of the Vietnamese letters. */
enum Letters {
  /** All of them, as UTF-8. */
  VIETNAMESE,
  /** Those of ASCII alone: marks above and below letters are left out. */
  ASCII
}
