// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

/**
 * A device on its wire.
 *
 * @param where how it is reached, in words
 * @param end takes it away
 */
record Served(String where, Runnable end) implements AutoCloseable {

  @Override
  public void close() {
    end.run();
  }
}
