// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.util.List;

/** Something that talks. */
public interface Instrument {

  /**
   * What it says at this time, each from its talker to before its check sum.
   *
   * @param seconds since midnight UTC
   */
  List<String> says(double seconds);
}
