// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.ArrayList;
import java.util.List;

/** Keeps the numbers of the pictures and what interrupted them. */
final class Album implements Listener<Frame> {

  private final List<Integer> numbers = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();
  private int missed;
  private String size = "";

  @Override
  public synchronized void received(Frame frame) {
    numbers.add(Numbered.in(frame));
    missed += frame.missedBefore();
    size = frame.widthPx() + "x" + frame.heightPx();
  }

  @Override
  public synchronized void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  synchronized List<Integer> numbers() {
    return List.copyOf(numbers);
  }

  synchronized List<Interruption> interruptions() {
    return List.copyOf(interruptions);
  }

  synchronized int missed() {
    return missed;
  }

  synchronized String size() {
    return size;
  }
}
