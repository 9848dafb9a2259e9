// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The library as a file that outlives the process: unpacked once, under a name that holds version
 * and sum, and found there by every later start.
 */
record KeptLibrary(Path folder, Processor processor) {

  private static final String VERSION = "4.9.0-0";

  Path file() {
    return folder.resolve("opencv-" + VERSION + "-" + processor.sha256().substring(0, 16) + ".so");
  }

  /** The file, made if it is not there. Two processes may do so at once: the last one's stays. */
  Path unpacked() throws IOException {
    Path file = file();
    // A rename makes it appear whole, so that its length is proof enough.
    if (Files.isRegularFile(file) && Files.size(file) == processor.bytes()) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "opencv-", ".part");
    try {
      unpack(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  private void unpack(Path part) throws IOException {
    MessageDigest sum = sha256();
    try (InputStream in = KeptLibrary.class.getResourceAsStream(processor.resource());
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sum)) {
      if (in == null) {
        throw new IOException(
            processor.resource() + " is not in the jar; build io.wayside.opencv again");
      }
      in.transferTo(out);
      channel.force(true);
    }
    String found = HexFormat.of().formatHex(sum.digest());
    if (!found.equals(processor.sha256())) {
      throw new IOException(
          processor.resource()
              + " has the sum "
              + found
              + ", not "
              + processor.sha256()
              + "; install io.wayside.opencv again");
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
