// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.unit.Mass;
import java.util.Optional;

/**
 * The zero and tare keys of a scale. A {@link WeightSource} whose scale can be told over its line
 * implements this beside its readings.
 *
 * <p>The scale keeps its own rules: it refuses what its law forbids, such as a zero while the load
 * moves. Each call returns when the scale has confirmed, after two seconds at most. Readings may be
 * delivered meanwhile, so a caller holds no lock that a listener needs.
 */
public interface ScaleKeys extends Device {

  /** How a tare came to be. */
  enum TareKind {
    /** A load at rest was taken as tare. */
    WEIGHED,
    /** Its value was given. */
    PRESET
  }

  /** What is taken off the gross; above zero. */
  record Tare(Mass mass, TareKind kind) {}

  /** What is on the scale at rest becomes zero; a tare ends with it. */
  void zero() throws DeviceException;

  /** What is on the scale at rest becomes the tare. */
  void tare() throws DeviceException;

  /** The tare is this, whatever is on the scale. */
  void presetTare(Mass mass) throws DeviceException;

  /** Indications are gross again. */
  void clearTare() throws DeviceException;

  /**
   * The tare behind the latest reading that was delivered; empty when there is none, or when the
   * device does not tell it.
   */
  Optional<Tare> tareInForce();
}
