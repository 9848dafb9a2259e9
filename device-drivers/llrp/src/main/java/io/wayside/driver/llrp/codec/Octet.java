// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/** Big-endian numbers in bytes; plain shifts, since the gateway's compiler inlines no more. */
final class Octet {

  private Octet() {}

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  static long i64(byte[] bytes, int at) {
    return u32(bytes, at) << 32 | u32(bytes, at + 4);
  }
}
