// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.exchange.ByteSource;
import io.wayside.tolling.book.exchange.PartFile;
import java.io.ByteArrayInputStream;

/** A part of a list in memory, handed out in small pieces. */
public final class MemoryPart implements PartFile {

  private final String name;
  private final byte[] bytes;

  public MemoryPart(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes;
  }

  @Override
  public ByteSource open() {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    return new ByteSource() {
      @Override
      public int read(byte[] into, int from, int length) {
        return in.read(into, from, Math.min(length, 1 + (bytes.length + in.available()) % 977));
      }

      @Override
      public void close() {
        // memory needs none
      }
    };
  }
}
