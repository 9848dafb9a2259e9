// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.counting.cli.Options;
import io.wayside.counting.cli.Verb;
import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.cli.Watched;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./wayside count}: vehicles that cross lines of a clip, a folder of pictures or a camera.
 */
public final class CountVerb {

  private static final String USAGE =
      """
      usage: ./wayside count --in CLIP|DIR|URL --lines LINES.json --out EVENTS.jsonl [--report DIR]

        --in SOURCE    a clip, a folder of numbered pictures, or a camera: rtsp://, http://, /dev/video0
        --lines FILE   lines to count at, in pixels of the native picture:
                         {"lines":[{"id","from":[x,y],"to":[x,y],"way":"left|right"?}],
                          "mask":[[x,y],…]?,"ground":[{"px":[x,y],"m":[X,Y]}×4 or more]?,
                          "rateHz"?}
        --out FILE     one line of JSON for each crossing; - for the standard output. FILE.watched beside
                       it says when pictures were seen, for the verb counts
        --report DIR   writes a page there on which a person checks what was counted: open its index.html
        --rate HZ      pictures a second of a folder (15), or of a clip instead of what it says

      What lies outside the mask is not looked at. With ground points, lengths, speeds and classes are
      in metres; without, all is told from pixels: no speed, no length, classes are guesses. A line
      with a way has the other direction flagged as wrong-way. Direction is the side a vehicle moves
      to, as seen in the picture by one who looks along the line from its beginning to its end.

      A camera is counted until Ctrl-C; then the rest is told and the page is written. Pictures are
      read by ffmpeg, which must be installed for anything but folders and http.
      """;

  private static final Verb VERB = new Verb("count", USAGE, CountVerb::count);

  private CountVerb() {}

  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Counts a folder of pictures without a word but for errors; returns the exit status. */
  public static int folder(Path pictures, Path lines, Path events) {
    Streams quiet =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            Streams.ofProcess().err());
    return run(
        quiet,
        "--in",
        pictures.toString(),
        "--lines",
        lines.toString(),
        "--out",
        events.toString());
  }

  static int run(Streams streams, String... arguments) {
    return VERB.run(streams, arguments);
  }

  private static void count(Streams streams, Options options) throws Wrong {
    String name = options.required("--lines");
    Plan plan = plan(name, streams.text("--lines", name));
    String out = options.required("--out");
    PictureSource source = PictureSource.of(options.required("--in"), rate(options), plan);
    try {
      Native.load();
    } catch (NativeMissing missing) {
      throw new Wrong(String.valueOf(missing.getMessage()));
    }
    if (plan.ground().isEmpty()) {
      streams.err().println("no ground points in " + name + ": counting in pixels, no speed");
    }
    String report = options.optional("--report").orElse("");
    Proof proof =
        report.isEmpty() ? Proof.none() : Proof.in(report, options.required("--in"), plan);
    PrintStream events = out.equals("-") ? streams.out() : file(out);
    Counting counting = new Counting(plan, source, events, streams.err(), proof);
    Optional<Path> watched =
        out.equals("-") ? Optional.empty() : Optional.of(Path.of(Watched.beside(out)));
    List<String> lines = plan.lines().stream().map(CountingLine::id).toList();
    new CountRun(counting, proof, events, watched, lines, streams.err()).untilEndedOrTold();
    if (events.checkError()) {
      throw new Wrong("--out " + out + ": cannot be written; is the disk full?");
    }
  }

  private static Plan plan(String name, String text) throws Wrong {
    try {
      return Plan.from(Node.read(name, text));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }

  private static double rate(Options options) throws Wrong {
    String text = options.optional("--rate").orElse("0");
    try {
      double rate = Double.parseDouble(text);
      if (rate >= 0 && rate <= 1000) {
        return rate;
      }
    } catch (NumberFormatException notNumber) {
      throw new Wrong("--rate: \"" + text + "\" is not a number of pictures a second");
    }
    throw new Wrong("--rate: " + text + " is no rate; give pictures a second, 1000 at most");
  }

  private static PrintStream file(String out) throws Wrong {
    try {
      return new PrintStream(Files.newOutputStream(Path.of(out)), false, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unwritable) {
      throw new Wrong("--out " + out + ": cannot be written: " + unwritable.getMessage());
    }
  }
}
