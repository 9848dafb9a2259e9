// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * Hears a source. After an interruption the next received event says that the signal is back; what
 * happened in between was not seen and must be treated as unknown.
 */
public interface Listener<E> {

  void received(E event);

  void interrupted(Interruption interruption);
}
