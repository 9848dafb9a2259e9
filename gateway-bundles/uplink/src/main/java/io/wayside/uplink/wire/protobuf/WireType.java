// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.protobuf;

/** The lower three bits of a field's tag. Groups (3 and 4) are out of use and refused. */
final class WireType {

  static final int BITS = 3;

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int FIXED32 = 5;

  private WireType() {}
}
