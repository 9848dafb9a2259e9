// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.broken.core.Mass;
import io.wayside.rig.systemtests.house.Breaks;

/** Closes the cycle that core opened. */
@Breaks("packages form no cycle")
public class Platform {
  public static final String NAME = Mass.unit();

  private Platform() {}
}
