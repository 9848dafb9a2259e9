// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.LanternOrder;

/**
 * What somebody wants of a light, in the words of a lantern.
 *
 * @param tells what the lantern is told; {@link LanternOrder.Automatic} is a release
 * @param shows what is to be seen while it holds
 */
public record Order(Asked asked, LanternOrder tells, Shows shows) {

  String id() {
    return asked.id();
  }

  Verb verb() {
    return asked.verb();
  }

  boolean isRelease() {
    return tells instanceof LanternOrder.Automatic;
  }
}
