// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

import io.wayside.driver.nmea.ais.Settings;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.application.LevelSign;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
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

/** The command {@code wayside ais}: AIS sentences as JSON lines. */
public final class Ais {

  static final int DONE = 0;
  static final int WRONG = 2;
  static final int NOTHING = 3;

  private static final String LEVELS = "--levels=";

  private static final String USAGE =
      """
      usage: wayside ais decode [--raw] [--levels=WAY] [FILE|-]

        decode       each AIS message as one line of JSON, from lines such as !AIVDM,…*hh with
                     anything before, between and behind; docs/wire/ais.md lists the members and
                     their units. null is what the sender says it does not have; what a message
                     ends before is left out
        --raw        adds "raw": the numbers as they were sent
        --levels=WAY how gauges write levels below zero (DAC 200, FI 24): twos (the usual),
                     above (first bit 1 is above zero) or below (first bit 1 is below)
        FILE         a log; - or nothing is the standard input

      What was dropped is counted by reason on the standard error at the end, and apart from it
      the messages of types that are not decoded, by type; those are printed with their bits.

      exit status: 0 done, whatever was dropped; 2 wrong usage or no such file; 3 there was input,
      but no AIS message in it
      """;

  /** The streams of a process, or of a test. */
  record Streams(InputStream in, PrintStream out, PrintStream err) {}

  private Ais() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
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
      return work(streams, words);
    } catch (Wrong wrong) {
      streams.out().flush();
      streams.err().println("wayside ais: " + wrong.getMessage());
      return WRONG;
    }
  }

  private static int work(Streams streams, List<String> words) throws Wrong {
    String verb = words.isEmpty() ? "" : words.remove(0);
    if (!verb.equals("decode")) {
      throw new Wrong("say decode, not \"" + verb + "\"; --help shows how");
    }
    boolean withRaw = words.remove("--raw");
    LevelSign levels = levels(words);
    if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("--"))) {
      throw new Wrong("does not know what to do with " + words + "; --help shows how");
    }
    String name = words.isEmpty() ? "-" : words.get(0);
    Settings settings =
        new Settings(
            Settings.USUAL.partsWithin(),
            Settings.USUAL.mostBegun(),
            new Applications(Applications.USUAL.monitoring(), levels));
    Decoding decoding = new Decoding(settings, withRaw, streams.out());
    try (InputStream in = open(name, streams.in())) {
      decoding.run(in);
    } catch (IOException unreadable) {
      throw new Wrong(name + " cannot be read: " + unreadable.getMessage());
    }
    streams.out().flush();
    decoding
        .dropped()
        .forEach((reason, count) -> streams.err().println("wayside ais: " + reason + " " + count));
    decoding
        .notDecoded()
        .forEach(
            (type, count) ->
                streams.err().println("wayside ais: not-decoded type " + type + " " + count));
    if (decoding.inVain()) {
      streams.err().println("wayside ais: no AIS message in " + shown(name));
      return NOTHING;
    }
    return DONE;
  }

  private static LevelSign levels(List<String> words) throws Wrong {
    for (String word : words) {
      if (word.startsWith(LEVELS)) {
        words.remove(word);
        return switch (word.substring(LEVELS.length())) {
          case "twos" -> LevelSign.TWOS_COMPLEMENT;
          case "above" -> LevelSign.ONE_IS_ABOVE;
          case "below" -> LevelSign.ONE_IS_BELOW;
          default -> throw new Wrong(word + " is none of twos, above, below");
        };
      }
    }
    return Applications.USUAL.levels();
  }

  private static String shown(String name) {
    return name.equals("-") ? "the standard input" : name;
  }

  private static InputStream open(String name, InputStream standard) throws Wrong, IOException {
    try {
      return name.equals("-") ? standard : Files.newInputStream(Path.of(name));
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new Wrong("there is no file " + name);
    }
  }
}
