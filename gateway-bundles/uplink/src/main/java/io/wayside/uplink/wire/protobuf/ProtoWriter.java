// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields in the order of the calls; fixed numbers are little-endian. */
public final class ProtoWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public byte[] bytes() {
    return out.toByteArray();
  }

  /** For int32, int64 (negative ones take ten bytes), uint32, uint64, bool and enum. */
  public ProtoWriter varint(int field, long value) {
    tag(field, WireType.VARINT);
    writeVarint(value);
    return this;
  }

  public ProtoWriter truth(int field, boolean value) {
    return varint(field, value ? 1 : 0);
  }

  public ProtoWriter float64(int field, double value) {
    tag(field, WireType.FIXED64);
    writeLittleEndian(Double.doubleToLongBits(value), 8);
    return this;
  }

  public ProtoWriter float32(int field, float value) {
    tag(field, WireType.FIXED32);
    writeLittleEndian(Float.floatToIntBits(value), 4);
    return this;
  }

  public ProtoWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public ProtoWriter bytes(int field, byte[] value) {
    tag(field, WireType.LENGTH);
    writeVarint(value.length);
    out.writeBytes(value);
    return this;
  }

  public ProtoWriter message(int field, ProtoWriter message) {
    return bytes(field, message.bytes());
  }

  private void tag(int field, int wireType) {
    writeVarint(((long) field << WireType.BITS) | wireType);
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  private void writeVarint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void writeLittleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}
