// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;

/** Characters that stand in this code. */
final class Known {

  private Known() {}

  static LightCharacter character(String text) {
    try {
      return LightCharacter.parse(text);
    } catch (LightSyntax wrong) {
      throw new IllegalStateException("\"" + text + "\" stands in the code and is wrong", wrong);
    }
  }
}
