// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/** How messages lie on the wire. */
public enum Delivery {
  /** One message in a write. */
  WHOLE,
  /** One byte in a write: a message is cut at every byte. */
  BYTE_BY_BYTE,
  /** Several messages in a write: what comes within 50 ms, at most sixteen. */
  JOINED
}
