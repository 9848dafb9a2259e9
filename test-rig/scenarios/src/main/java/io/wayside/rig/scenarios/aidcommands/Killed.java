// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

/** The gateway is dead from here on; no code of it can catch this. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed");
  }
}
