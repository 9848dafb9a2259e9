// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What the counting verbs have in common: streams, help, one line for an error, exit status. */
public record Verb(String name, String usage, Body body) {

  static final int DONE = 0;
  static final int WRONG = 2;

  /** The work of a verb. */
  public interface Body {
    void run(Streams streams, Options options) throws Wrong;
  }

  /** The streams of a process, or of a test. */
  public record Streams(InputStream in, PrintStream out, PrintStream err) {

    public static Streams ofProcess() {
      return new Streams(
          new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The whole text of a file, or of the standard input for {@code -}. */
    public String text(String option, String file) throws Wrong {
      try {
        byte[] bytes = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (NoSuchFileException | InvalidPathException missing) {
        throw new Wrong(option + " " + file + ": there is no such file");
      } catch (CharacterCodingException notText) {
        throw new Wrong(option + " " + file + ": the file is not text in UTF-8");
      } catch (IOException unreadable) {
        throw new Wrong(option + " " + file + ": cannot be read: " + unreadable.getMessage());
      }
    }

    /** Writes a text to a file, or to the standard output for {@code -}. */
    public void write(String option, String file, String text) throws Wrong {
      if (file.equals("-")) {
        out.print(text);
        out.flush();
        return;
      }
      WholeFile.write(option, file, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Runs it and returns the exit status. */
  public int run(Streams streams, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      streams.out().print(usage);
      return DONE;
    }
    try {
      body.run(streams, Options.of(usage, arguments));
      return DONE;
    } catch (Wrong wrong) {
      String line = String.valueOf(wrong.getMessage()).replaceAll("\\R", " ");
      streams.err().println("wayside " + name + ": " + line);
      return WRONG;
    }
  }
}
