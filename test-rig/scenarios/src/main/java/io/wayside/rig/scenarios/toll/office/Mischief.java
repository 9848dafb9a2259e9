// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

/** What the office, or the network before it, does to a request. */
public enum Mischief {
  NONE,
  /** It says that it takes nothing now. */
  REFUSE,
  /** The request is lost on its way. */
  LOSE_REQUEST,
  /** It is counted, and the answer is lost. */
  LOSE_ANSWER,
  /** It is counted long after the sender gave up. */
  DELAY,
  /** It arrives twice. */
  DUPLICATE,
  /** It is counted, and the answer is not readable. */
  GARBLE
}
