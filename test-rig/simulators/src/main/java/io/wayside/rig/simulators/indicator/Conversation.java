// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.util.List;

/** One session with an indicator that answers commands; keeps what is waited for or repeated. */
public interface Conversation {

  /**
   * Takes what has come over the line, nothing as a rule, and gives the answers that are ready.
   *
   * <p>Called at least every 10 ms; never fails, whatever the bytes are.
   */
  List<byte[]> hear(byte[] bytes, Scale scale);

  /** What is sent of its own accord once in each frame period. */
  List<byte[]> repeat(Scale scale);
}
