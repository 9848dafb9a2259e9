// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a file that may be long. */
final class FileTail {

  private FileTail() {}

  /** The lines in the last bytes of a file; the first of them may be cut. */
  static List<String> read(Path file, int bytes) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - bytes));
      ByteBuffer tail = ByteBuffer.allocate(bytes);
      int read;
      do {
        read = channel.read(tail);
      } while (read > 0 && tail.hasRemaining());
      return new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
