// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.exchange.ByteSource;
import io.wayside.tolling.book.exchange.PartFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a list as a file. */
public record ListFile(Path file) implements PartFile {

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public ByteSource open() throws IOException {
    InputStream in = Files.newInputStream(file);
    return new ByteSource() {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return in.read(into, from, length);
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }
}
