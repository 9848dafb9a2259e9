// SPDX-License-Identifier: Apache-2.0
package io.wayside.natives;

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
 * A library within a bundle, and its copy in a folder that outlives the process: unpacked once,
 * under a name that holds version and sum, and found there by every later start.
 *
 * @param bundle that carries it, for errors
 * @param name with its version
 * @param resource place within the bundle
 * @param sha256 of it, in hexadecimal
 */
public record PackedLibrary(
    String bundle, String name, String resource, String sha256, long bytes) {

  /** Where the copy is, or would be. */
  public Path fileIn(Path folder) {
    return folder.resolve(name + "-" + sha256.substring(0, 16) + ".so");
  }

  /** The copy, made if it is not there. Two processes may do so at once: the last one's stays. */
  public Path unpackedIn(Path folder) throws IOException {
    Path file = fileIn(folder);
    // A rename makes it appear whole, so that its length is proof enough.
    if (Files.isRegularFile(file) && Files.size(file) == bytes) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, name + "-", ".part");
    try {
      unpack(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  private void unpack(Path part) throws IOException {
    MessageDigest sum = sum();
    try (InputStream in = PackedLibrary.class.getResourceAsStream(resource);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sum)) {
      if (in == null) {
        throw new IOException(resource + " is not in the jar; build " + bundle + " again");
      }
      in.transferTo(out);
      channel.force(true);
    }
    String found = HexFormat.of().formatHex(sum.digest());
    if (!found.equals(sha256)) {
      throw new IOException(
          resource
              + " has the sum "
              + found
              + ", not "
              + sha256
              + "; install "
              + bundle
              + " again");
    }
  }

  private static MessageDigest sum() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
