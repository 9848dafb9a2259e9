// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/**
 * What a receiver set to eight bits without parity gets from a device set to seven bits with even
 * parity: bit 7 makes the number of ones even.
 */
public final class ParityMarked {

  private ParityMarked() {}

  public static byte[] even(byte[] bytes) {
    byte[] marked = bytes.clone();
    for (int i = 0; i < marked.length; i++) {
      int seven = marked[i] & 0x7F;
      marked[i] = (byte) (seven | ((Integer.bitCount(seven) % 2) << 7));
    }
    return marked;
  }
}
