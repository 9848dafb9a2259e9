// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Memory for one picture outside the heap, taken back when nobody holds it. */
final class Sheet {

  /** Sheets of one camera, as many as are held at once and no more; memory is reused. */
  static final class Pad {
    private final Deque<Sheet> free = new ArrayDeque<>();

    /** A sheet of that length, held once. */
    synchronized Sheet take(int bytes) {
      Sheet sheet = free.poll();
      if (sheet == null || sheet.pixels.capacity() != bytes) {
        // Another size: those of the old one go as they come back.
        free.clear();
        sheet = new Sheet(this, bytes);
      }
      sheet.holders = 1;
      return sheet;
    }

    synchronized int free() {
      return free.size();
    }
  }

  private final Pad pad;
  private final ByteBuffer pixels;
  private int holders;

  private Sheet(Pad pad, int bytes) {
    this.pad = pad;
    this.pixels = ByteBuffer.allocateDirect(bytes);
  }

  ByteBuffer pixels() {
    return pixels;
  }

  void hold() {
    synchronized (pad) {
      holders++;
    }
  }

  void release() {
    synchronized (pad) {
      holders--;
      if (holders == 0) {
        pad.free.push(this);
      }
    }
  }
}
