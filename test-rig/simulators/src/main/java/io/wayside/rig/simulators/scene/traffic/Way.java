// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

/** Which way along the road. */
public enum Way {
  /** From the camera, with y. */
  AWAY(1),
  /** To the camera, against y. */
  TOWARDS(-1);

  private final int sign;

  Way(int sign) {
    this.sign = sign;
  }

  /** Of the speed along y. */
  public int sign() {
    return sign;
  }
}
