// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.time.Duration;

/**
 * What an iiod does wrong with buffers of samples; told by a test, done by whichever client asks.
 */
public final class IiodFaults {

  private static final int NONE = -1;

  private int cutAfterBytes = NONE;
  private int misstatedBy;
  private Duration lateBy = Duration.ZERO;
  private long struck;

  /** Cuts the connection after so many bytes of samples of the next buffer. */
  public synchronized void cutAfter(int bytes) {
    cutAfterBytes = bytes;
  }

  /** States the length of the next buffer by so many bytes too large, or too small. */
  public synchronized void misstateLength(int bytes) {
    misstatedBy = bytes;
  }

  /** Sends every buffer so much later, until told otherwise. */
  public synchronized void late(Duration by) {
    lateBy = by;
  }

  /** How often any of these faults has been done. */
  public synchronized long struck() {
    return struck;
  }

  /** Bytes of this buffer that are sent before the connection is cut, or all of them. */
  synchronized int sent(int bytes) {
    if (cutAfterBytes == NONE) {
      return bytes;
    }
    int sent = Math.min(bytes, cutAfterBytes);
    cutAfterBytes = NONE;
    struck++;
    return sent;
  }

  synchronized int stated(int bytes) {
    int stated = bytes + misstatedBy;
    if (misstatedBy != 0) {
      misstatedBy = 0;
      struck++;
    }
    return stated;
  }

  synchronized Duration lateBy() {
    if (!lateBy.isZero()) {
      struck++;
    }
    return lateBy;
  }

  synchronized boolean cutting() {
    return cutAfterBytes != NONE;
  }
}
