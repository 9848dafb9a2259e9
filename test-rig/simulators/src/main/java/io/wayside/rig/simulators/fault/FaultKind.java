// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

/** What a wire can do to a frame, and which figures of a {@link FaultRule} describe it. */
public enum FaultKind {
  /** Bytes are missing; at most so many of one frame. */
  DROP(false, true),
  /** Bits are inverted; at most so many of one frame. */
  CORRUPT(false, true),
  /** The frame and all after it come later, by at most so long. */
  DELAY(true, false),
  /** The frame comes in pieces of at most so many bytes, so long apart. */
  SPLIT(true, true),
  /** At most so many frames come as one piece, the first of them at most so long late. */
  COALESCE(true, true),
  /** The device is silent for so long; its frames are lost. */
  STALL(true, false),
  /** The line hangs up and is back after so long. */
  DISCONNECT(true, false),
  /** At most so many bytes of noise come before the frame. */
  GARBAGE(false, true),
  /** The frame comes twice. */
  DUPLICATE(false, false);

  final boolean lasts;
  final boolean counts;

  FaultKind(boolean lasts, boolean counts) {
    this.lasts = lasts;
    this.counts = counts;
  }
}
