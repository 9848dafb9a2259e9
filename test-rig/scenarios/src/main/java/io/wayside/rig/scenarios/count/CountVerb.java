// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.cli.Options;
import io.wayside.counting.cli.Verb;
import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.cli.WholeFile;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.ground.RoadNet;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * {@code ./wayside count}: vehicles that cross lines of a clip, a folder of pictures or a camera.
 */
public final class CountVerb {

  private static final String USAGE =
      """
      usage: ./wayside count --in CLIP|DIR|URL --lines LINES.json --out EVENTS.jsonl [--report DIR]
             ./wayside count --in CLIP|DIR|URL --picture FILE.png [--lines LINES.json]

        --in SOURCE    a clip, a folder of numbered pictures, or a camera: rtsp://, http://, /dev/video0
        --lines FILE   lines to count at, in pixels of the native picture:
                         {"lines":[{"id","from":[x,y],"to":[x,y],"way":"left|right"?}],
                          "mask":[[x,y],…]?,"ground":[{"px":[x,y],"m":[X,Y]}×4 or more]?,
                          "rateHz"?}
        --out FILE     one line of JSON for each crossing; - for the standard output. FILE.watched beside
                       it says when pictures were seen, for the verb counts
        --report DIR   writes a page there on which a person checks what was counted: open its index.html
        --picture FILE a picture of it with a grid in its pixels, to draw lines by, with the lines
                       and a net of 5 m squares by the ground points; nothing is counted
        --user NAME    of a camera that asks for one; never in its address, which everybody on this
                       computer sees in the list of processes
        --password-file FILE
                       its password, the first line of this file
        --rate HZ      pictures a second of a folder (15), or of a clip instead of what it says

      What lies outside the mask is not looked at. With ground points, lengths, speeds and classes are
      in metres; without, all is told from pixels: no speed, no length, classes are guesses. A line
      with a way has the other direction flagged as wrong-way. Direction is the side a vehicle moves
      to, as seen in the picture by one who looks along the line from its beginning to its end.

      In the first second the road is learnt, and nothing is counted. A camera is counted until Ctrl-C; then the rest is told and the page is written. Pictures are
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
    Optional<String> picture = options.optional("--picture");
    if (picture.isPresent()) {
      draw(streams, options, picture.get());
      return;
    }
    LinesFile document = LinesFile.required(streams, options);
    Plan plan = document.plan();
    String out = options.required("--out");
    PictureSource source = source(streams, options, plan.rateHz());
    loadNative();
    source.unlike().ifPresent(streams.err()::println);
    if (plan.ground().isEmpty()) {
      streams
          .err()
          .println("no ground points in " + document.name() + ": counting in pixels, no speed");
    }
    String report = options.optional("--report").orElse("");
    Proof proof = report.isEmpty() ? Proof.none() : Proof.in(report, source.title(), plan);
    EventsFile file = out.equals("-") ? EventsFile.to(streams.out()) : EventsFile.at(out);
    Counting counting = new Counting(plan, source, file, streams.err(), proof);
    List<String> lines = plan.lines().stream().map(CountingLine::id).toList();
    new CountRun(counting, proof, file, lines, streams.err()).untilEndedOrTold();
    if (file.isFile()) {
      streams.err().println("by intervals: ./wayside counts --in " + out + " --interval 15m");
    }
  }

  private static void draw(Streams streams, Options options, String file) throws Wrong {
    Optional<Plan> plan = LinesFile.optional(streams, options).map(LinesFile::plan);
    PictureSource source = source(streams, options, plan.flatMap(Plan::rateHz));
    loadNative();
    BufferedImage picture =
        FirstPicture.of(
            source,
            frame ->
                plan.map(lines -> LinesPicture.of(frame, lines))
                    .orElseGet(() -> LinesPicture.of(frame)));
    WholeFile.write("--picture", file, png(picture));
    int width = picture.getWidth();
    int height = picture.getHeight();
    PrintStream told = streams.err();
    told.println(file + ": " + width + "x" + height + " pixels, from the upper left corner");
    plan.flatMap(Plan::ground).ifPresent(road -> tellNet(RoadNet.of(road, width, height), told));
  }

  private static void tellNet(List<RoadNet.Strand> net, PrintStream told) {
    told.println(
        net.isEmpty()
            ? "no square of 5 m is to be seen on the road; are the ground points in metres?"
            : "the net on the road is of squares of 5 m; where it does not lie on the road, the"
                + " ground points are wrong");
  }

  private static PictureSource source(Streams streams, Options options, Optional<Double> plannedHz)
      throws Wrong {
    String place = options.required("--in");
    Login login = Login.of(place, options);
    login.warning().ifPresent(streams.err()::println);
    return PictureSource.of(place, login, rate(options), plannedHz);
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is memory
    }
    return bytes.toByteArray();
  }

  private static void loadNative() throws Wrong {
    try {
      Native.load();
    } catch (NativeMissing missing) {
      throw new Wrong(String.valueOf(missing.getMessage()));
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
}
