// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;

/** A listener that notes calls which begin after its subscription was closed. */
final class Leaving<E> implements Listener<E> {

  private volatile boolean heardSomething;
  private volatile boolean left;
  private volatile boolean calledTooLate;

  @Override
  public void received(E event) {
    calledTooLate |= left;
    heardSomething = true;
  }

  @Override
  public void interrupted(Interruption interruption) {
    calledTooLate |= left;
  }

  void left() {
    left = true;
  }

  boolean heardSomething() {
    return heardSomething;
  }

  boolean calledTooLate() {
    return calledTooLate;
  }
}
