// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import io.wayside.rig.scenarios.lane.Wrong;
import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.SceneFolder;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Shot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./wayside rig camera-kill}: nothing may be left of a camera's process that is killed. */
public final class CameraKill {

  private static final int LEAKS = 1;
  private static final int WRONG_USAGE = 2;
  private static final int CLIP_SECONDS = 10;
  private static final int ROUNDS_FOR_MEMORY = 12;
  private static final List<String> KNOWN =
      List.of("--minutes", "--every", "--seed", "--source", "--ffmpeg");
  private static final String USAGE =
      """
      usage: ./wayside rig camera-kill [options]

        --minutes M     how long; 10
        --every S       seconds that the process lives; 10
        --seed N        of the rendered clip and of the moments of the kills; 1
        --source CLIP   a clip instead of the rendered one
        --ffmpeg PATH   of the program; ffmpeg

      The camera driver reads a clip through ffmpeg, over and over. The process is killed (SIGKILL),
      the driver starts it again. Exit status 1 when a zombie is seen, when pictures do not come
      back, or when the last third of the rounds holds more descriptors, threads or memory than the
      first.
      """;

  private CameraKill() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      int minutes = number(arguments, "--minutes", 10, 600);
      int every = number(arguments, "--every", 10, 600);
      int seed = number(arguments, "--seed", 1, Integer.MAX_VALUE);
      int kills = Math.max(3, minutes * 60 / every);
      String program = text(arguments, "--ffmpeg", "ffmpeg");
      Path box = Files.createTempDirectory("camera-kill");
      try {
        String source = text(arguments, "--source", "");
        String clip = source.isEmpty() ? clip(box, program, seed, err) : source;
        List<Round> rounds =
            new KilledCamera(settings(clip, program), seed)
                .run(kills, TimeUnit.SECONDS.toNanos(every), round -> told(round, err));
        KillVerdict verdict = new KillVerdict(rounds, kills >= ROUNDS_FOR_MEMORY);
        verdict.lines().forEach(out::println);
        return verdict.faults().isEmpty() ? 0 : LEAKS;
      } finally {
        remove(box);
      }
    } catch (KilledCamera.Dark dark) {
      out.println("LEFT BEHIND: " + dark.getMessage());
      return LEAKS;
    } catch (IOException | Wrong | IllegalArgumentException wrong) {
      err.println("wayside rig camera-kill: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private static void told(Round round, PrintStream err) {
    err.println(
        String.format(
            Locale.ROOT,
            "%d pictures, killed, back after %.2f s; %s",
            round.pictures(),
            round.backS(),
            round.after()));
  }

  private static Map<String, Object> settings(String clip, String program) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("device.id", "cam-killed");
    settings.put("source", clip);
    settings.put("way", "FFMPEG");
    settings.put("atEnd", "REPEAT");
    settings.put("ffmpeg", program);
    return settings;
  }

  private static String clip(Path box, String program, int seed, PrintStream err)
      throws IOException, InterruptedException {
    err.println("rendering " + CLIP_SECONDS + " s of traffic");
    Film film = new Film(Scenes.named("free-flow").script(seed, Shot.usual(), CLIP_SECONDS));
    new SceneFolder(box).write(film, pictures -> {});
    Path clip = box.resolve("clip.mkv");
    Process made =
        new ProcessBuilder(
                program,
                "-nostdin",
                "-loglevel",
                "error",
                "-framerate",
                "15",
                "-i",
                box.resolve("frame-%06d.jpg").toString(),
                "-c:v",
                "copy",
                clip.toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException(program + " made no clip of the pictures; name one with --source");
    }
    return clip.toString();
  }

  private static void remove(Path box) throws IOException {
    try (Stream<Path> files = Files.list(box)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(box);
  }

  private static String text(List<String> arguments, String name, String otherwise) {
    String value = otherwise;
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!KNOWN.contains(arguments.get(i))) {
        throw new IllegalArgumentException(
            "there is no option \"" + arguments.get(i) + "\"; there are " + KNOWN);
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i) + " wants a value after it");
      }
      value = arguments.get(i).equals(name) ? arguments.get(i + 1) : value;
    }
    return value;
  }

  private static int number(List<String> arguments, String name, int otherwise, int most) {
    String text = text(arguments, name, String.valueOf(otherwise));
    if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          name + " wants a whole number from 1 to " + most + ", not " + text);
    }
    return Integer.parseInt(text);
  }
}
