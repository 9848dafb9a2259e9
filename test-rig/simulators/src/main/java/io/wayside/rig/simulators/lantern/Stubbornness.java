// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

/** What a device does with what it is told. */
public enum Stubbornness {
  NONE,
  /** Answers every writing with an exception. */
  REFUSES,
  /** Confirms every writing and stays as it is. */
  STUCK
}
