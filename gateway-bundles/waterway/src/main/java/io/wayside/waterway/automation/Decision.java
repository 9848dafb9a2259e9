// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;

/**
 * What the rules want of the light, and why.
 *
 * @param rule its name; {@code none} when no rule applies
 */
public record Decision(Wish wish, String rule, Wording why) {

  static final String NO_RULE = "none";

  static Decision none() {
    return new Decision(
        Wish.AUTOMATIC,
        NO_RULE,
        new Wording("không có quy tắc nào áp dụng lúc này", "no rule applies now"));
  }
}
