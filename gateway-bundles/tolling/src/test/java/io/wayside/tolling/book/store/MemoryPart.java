// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.exchange.ByteSource;
import io.wayside.tolling.book.exchange.PartFile;
import java.io.ByteArrayInputStream;

/** A part of a list in memory, handed out in small pieces. */
public record MemoryPart(String name, byte[] bytes) implements PartFile {

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
