// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.driver.llrp.codec.Garbled;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command {@code wayside llrp}: frames of the reader protocol as JSON lines, and back. */
public final class Llrp {

  static final int DONE = 0;
  static final int WRONG = 2;
  static final int MALFORMED = 3;

  private static final String USAGE =
      """
      usage: wayside llrp decode [--hex|--bin] FILE
             wayside llrp encode [--hex|--bin] [FILE]

        decode   each frame of FILE as one line of JSON: message, parameters, fields. Without an
                 option the first byte tells whether FILE is hexadecimal text or bytes
        encode   the inverse, byte for byte: lines of JSON to hexadecimal lines, or with --bin to
                 bytes; without FILE from the standard input
        -        as FILE is the standard input

      Numbers are whole, words of tag memory and bytes hexadecimal. What LLRP 1.0.1 and 1.1 do not
      know is kept as "rest".

      exit status: 0 done; 2 wrong usage or no such file; 3 malformed input, after all good frames
      before it; the number of the frame (from 1), the offset in it and the reason are told
      """;

  /** The streams of a process, or of a test. */
  record Streams(InputStream in, PrintStream out, PrintStream err) {}

  private Llrp() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Buffered: a bare FileInputStream asks for its place, which a pipe does not have.
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    System.exit(run(new Streams(in, out, err), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(Streams streams, String... arguments) {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    if (words.contains("--help")) {
      streams.out().print(USAGE);
      streams.out().flush();
      return DONE;
    }
    try {
      work(streams, words);
      return DONE;
    } catch (Wrong wrong) {
      return told(streams, wrong, WRONG);
    } catch (Garbled | GarbledData malformed) {
      return told(streams, malformed, MALFORMED);
    } finally {
      streams.out().flush(); // also when memory runs out: good frames come first
    }
  }

  private static int told(Streams streams, Exception why, int status) {
    streams.out().flush();
    streams.err().println("wayside llrp: " + why.getMessage());
    return status;
  }

  private static void work(Streams streams, List<String> words) throws Wrong, Garbled, GarbledData {
    String verb = words.isEmpty() ? "" : words.remove(0);
    boolean hex = words.remove("--hex");
    boolean binary = words.remove("--bin");
    if (!verb.equals("decode") && !verb.equals("encode")) {
      throw new Wrong("say decode or encode, not \"" + verb + "\"; --help shows how");
    }
    if (hex && binary) {
      throw new Wrong("--hex and --bin exclude each other");
    }
    if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("--"))) {
      throw new Wrong("does not know what to do with " + words + "; --help shows how");
    }
    if (words.isEmpty() && verb.equals("decode")) {
      throw new Wrong("decode wants a FILE, or - for the standard input");
    }
    String name = words.isEmpty() ? "-" : words.get(0);
    try (InputStream in = open(name, streams.in())) {
      if (verb.equals("decode")) {
        boolean text = hex || (!binary && isHex(in));
        new Decoding(streams.out()).run(text ? new HexInput(in) : in);
      } else {
        new Encoding(streams.out(), binary).run(name.equals("-") ? "standard input" : name, in);
      }
      streams.out().flush();
    } catch (IOException unreadable) {
      throw new Wrong(name + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static InputStream open(String name, InputStream standard) throws Wrong, IOException {
    try {
      return name.equals("-")
          ? new BufferedInputStream(standard)
          : new BufferedInputStream(Files.newInputStream(Path.of(name)));
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new Wrong("there is no file " + name);
    }
  }

  private static boolean isHex(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return HexInput.isHex(first);
  }
}
