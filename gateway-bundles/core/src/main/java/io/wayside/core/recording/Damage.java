// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

/**
 * A stretch of a file that gave nothing.
 *
 * @param atByte its first byte, from 0
 * @param bytes how many; 0 when something is missing at this place
 * @param what is wrong with its beginning
 */
public record Damage(long atByte, long bytes, String what) {

  @Override
  public String toString() {
    return "byte " + atByte + ", " + bytes + " bytes: " + what;
  }
}
