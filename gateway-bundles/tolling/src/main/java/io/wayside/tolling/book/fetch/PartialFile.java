// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of which a piece is here. Beside it stands the tag of what the piece is of; without that
 * nothing is put behind it.
 */
public final class PartialFile {

  /** No file of a feed begins with a dot. */
  private static final String TAG = ".tag.";

  private final Path file;
  private final Path tag;

  PartialFile(Path folder, String name) {
    this.file = folder.resolve(name);
    this.tag = folder.resolve(TAG + name);
  }

  Path file() {
    return file;
  }

  /** What is here of it. */
  public long bytes() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException none) {
      return 0;
    }
  }

  /** Of what the piece is. */
  public Optional<String> tag() throws IOException {
    try {
      return Optional.of(Files.readString(tag, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** From the first byte. */
  OutputStream begin(Optional<String> of) throws IOException {
    delete();
    if (of.isPresent()) {
      Files.writeString(tag, of.get(), StandardCharsets.ISO_8859_1);
    }
    return Files.newOutputStream(file);
  }

  /** Behind what is here. */
  OutputStream resume() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(tag);
  }

  /** Whether a file in the folder is this or belongs to it. */
  boolean owns(Path other) {
    return other.equals(file) || other.equals(tag);
  }
}
