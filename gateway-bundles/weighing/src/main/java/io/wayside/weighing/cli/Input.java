// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Texts from files and from the standard input. */
final class Input {

  private Input() {}

  /** The whole text of a file, or of the standard input for {@code -}. */
  static String text(String option, String name, InputStream in) throws Wrong {
    try {
      byte[] bytes = name.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new Wrong(option + " " + name + ": there is no such file");
    } catch (CharacterCodingException notText) {
      throw new Wrong(option + " " + name + ": the file is not text in UTF-8");
    } catch (IOException unreadable) {
      throw new Wrong(option + " " + name + ": cannot be read: " + unreadable.getMessage());
    }
  }

  static Node document(String option, Path file) throws Wrong {
    try {
      return Node.read(
          file.toString(), text(option, file.toString(), InputStream.nullInputStream()));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }
}
