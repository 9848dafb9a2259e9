// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.io.ByteArrayOutputStream;

/** Frames kept back until enough are together; batches are numbered. */
final class HeldFrames {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long batch;
  private int frames;
  private int wanted;

  void start(int framesWanted) {
    batch++;
    wanted = framesWanted;
  }

  /** Returns whether the batch is complete. */
  boolean add(byte[] frame) {
    bytes.writeBytes(frame);
    frames++;
    return frames >= wanted;
  }

  boolean isEmpty() {
    return frames == 0;
  }

  int frames() {
    return frames;
  }

  long batch() {
    return batch;
  }

  byte[] take() {
    byte[] taken = bytes.toByteArray();
    bytes.reset();
    frames = 0;
    return taken;
  }
}
