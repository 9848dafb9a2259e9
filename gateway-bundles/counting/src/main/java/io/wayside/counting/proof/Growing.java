// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A report as it grows, in a folder within the one where it is to be. What an earlier run left
 * there is replaced when the new one is whole.
 */
final class Growing {

  static final String PICTURES = "pictures";

  private final Path place;
  private final Path part;

  /** Begins anew; what a run that broke off left half done is thrown away. */
  Growing(Path place) throws IOException {
    this.place = place;
    this.part = place.resolve("unfinished");
    Files.createDirectories(part.resolve(PICTURES));
    for (Path left : files()) {
      Files.delete(left);
    }
  }

  void picture(String name, String format, BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, format, out);
    }
    file(name, bytes.toByteArray());
  }

  void file(String name, byte[] content) throws IOException {
    Files.write(part.resolve(name), content);
  }

  /** It is whole. */
  void publish() throws IOException {
    Files.createDirectories(place.resolve(PICTURES));
    for (Path file : files()) {
      Path to = place.resolve(part.relativize(file));
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(part.resolve(PICTURES));
    Files.delete(part);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(part)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
