// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which numbers a producer was told are accepted: a byte for each in a mapped file, so that what
 * was marked is known to others even when the marking process is killed at the next instant.
 */
final class Marks {

  private final MappedByteBuffer bytes;

  private Marks(MappedByteBuffer bytes) {
    this.bytes = bytes;
  }

  static Marks open(Path file, int numbers) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Marks(channel.map(FileChannel.MapMode.READ_WRITE, 0, numbers));
    }
  }

  void mark(int number) {
    bytes.put(number, (byte) 1);
  }

  boolean isMarked(int number) {
    return bytes.get(number) != 0;
  }

  /** How many numbers there are in all. */
  int numbers() {
    return bytes.capacity();
  }

  int count() {
    int count = 0;
    for (int number = 0; number < bytes.capacity(); number++) {
      count += bytes.get(number);
    }
    return count;
  }
}
