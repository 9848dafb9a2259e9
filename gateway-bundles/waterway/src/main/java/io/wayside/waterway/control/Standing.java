// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.data.Wording;
import io.wayside.core.water.LanternOrder;

/**
 * What a light does while nobody orders otherwise, by a rule or by the published character; told
 * anew as long as it stands, so that it ends with the gateway.
 *
 * @param source the rule's name
 * @param why for people
 */
public record Standing(String source, LanternOrder tells, Shows shows, Wording why) {

  /** Whether the lantern has to be told otherwise. */
  boolean sameOrder(Standing other) {
    return source.equals(other.source) && tells.equals(other.tells);
  }
}
