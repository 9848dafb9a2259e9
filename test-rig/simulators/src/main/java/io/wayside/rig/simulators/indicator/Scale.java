// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** The scale inside an indicator, as its command interpreter sees it at one moment. */
public interface Scale {

  /** What became of an attempt to set zero. */
  enum Zeroing {
    DONE,
    /** The load is not at rest. */
    MOVING,
    /** More than 2 % of Max away from the zero of the calibration, above or below. */
    TOO_HIGH,
    TOO_LOW
  }

  IndicatorSettings settings();

  /** Time since switching on. */
  long nanos();

  Indication shown();

  /** With one digit more than the display has, not rounded to the interval. */
  Indication fine();

  Zeroing zero();

  /** Takes the load at rest as tare; {@code false} in motion, below zero or beyond the range. */
  boolean tare();

  void clearTare();

  /** Tare in force, counted as {@link Indication#value()} is. */
  long tareValue();
}
