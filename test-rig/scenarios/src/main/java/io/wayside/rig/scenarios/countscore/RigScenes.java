// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import io.wayside.core.data.GarbledData;
import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.SceneFolder;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Scenes.Scene;
import io.wayside.rig.simulators.scene.Shot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./wayside rig scenes}: scenes rendered, counted by the verb and held against the truth.
 */
public final class RigScenes {

  private static final int BELOW = 1;
  private static final int WRONG_USAGE = 2;
  private static final double WITHIN_S = 1;

  /** Nothing else is asked of speeds: 95 of 100 errors. */
  private static final double SPEED_BAR = 0.06;

  private static final String USAGE =
      """
      usage: ./wayside rig scenes [--scene NAME|all] [--seed N] [--seeds K] [--seconds S] [--keep DIR]

        --scene NAME   one scene, or all; all
        --seed N       the first seed; 1
        --seeds K      how many seeds of each scene; 1
        --seconds S    how long each lasts; each has its own length
        --keep DIR     keeps pictures, truth and events there, in SCENE-SEED

      Of those that were missed it is said how many were "never in sight": less than half of them was to
      be seen but for a quarter of a second in all the film, by the pixels of the renderer; and how many
      "never apart": to be seen, but for less than that with road all around them.

      A picture takes some 30 ms to be drawn: all scenes of a seed take some minutes. Exit status 1 when a
      bar is missed.
      """;

  /** Counts a folder: pictures, lines, where events go. Zero when it worked. */
  @FunctionalInterface
  public interface Counter {
    int count(Path pictures, Path lines, Path events);
  }

  private RigScenes() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, Counter counter, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      return play(new Plan(arguments), counter, out, err);
    } catch (IOException | GarbledData | IllegalArgumentException wrong) {
      err.println("wayside rig scenes: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private static int play(Plan plan, Counter counter, PrintStream out, PrintStream err)
      throws IOException, GarbledData {
    boolean good = true;
    out.printf(
        "%-18s %7s %6s %7s %7s %8s %9s %9s  %s%n",
        "scene", "seconds", "true", "counted", "matched", "recall", "precision", "speed95", "bar");
    for (Scene scene : plan.scenes()) {
      SceneTally tally = new SceneTally();
      for (int i = 0; i < plan.seeds(); i++) {
        err.printf("%s, seed %d%n", scene.name(), plan.seed() + i);
        double seconds = plan.seconds().orElse(scene.seconds());
        tally.add(one(plan, scene, plan.seed() + i, seconds, counter), seconds);
      }
      good &= tell(scene, tally, out);
    }
    return good ? 0 : BELOW;
  }

  private static boolean tell(Scene scene, SceneTally tally, PrintStream out) {
    Optional<SceneBar> bar = SceneBar.of(scene.name());
    boolean met = bar.map(one -> one.met().test(tally)).orElse(true);
    boolean quick = tally.speedWithin().orElse(0) <= SPEED_BAR;
    out.printf(
        Locale.ROOT,
        "%-18s %7.0f %6d %7d %7d %8.3f %9.3f %9s  %s%n",
        scene.name(),
        tally.seconds(),
        tally.all().truths(),
        tally.all().events(),
        tally.all().matched(),
        tally.all().recall(),
        tally.all().precision(),
        tally.speedWithin().isPresent()
            ? String.format(Locale.ROOT, "%.1f %%", 100 * tally.speedWithin().getAsDouble())
            : "-",
        bar.map(one -> one.words() + (met ? ": met" : ": MISSED")).orElse("none")
            + (quick ? "" : "; speed 6 %: MISSED")
            + missed(tally.missed()));
    return met && quick;
  }

  /** How many of those that were missed nobody could have seen. */
  private static String missed(List<Passing> missed) {
    return missed.isEmpty()
        ? ""
        : String.format(
            "; of %d missed %d never in sight, %d never apart from others",
            missed.size(),
            missed.stream().filter(Passing::wasHidden).count(),
            missed.stream().filter(Passing::wasNeverApart).count());
  }

  private static Score one(Plan plan, Scene scene, long seed, double seconds, Counter counter)
      throws IOException, GarbledData {
    Path folder = plan.folder(scene.name(), seed);
    try {
      new SceneFolder(folder)
          .write(new Film(scene.script(seed, Shot.usual(), seconds)), done -> {});
      Path events = folder.resolve("events.jsonl");
      if (counter.count(folder, folder.resolve("lines.json"), events) != 0) {
        throw new IOException(folder + " cannot be counted; see what was said before");
      }
      return new Score(
          Passing.read("events.jsonl", Files.readString(events)),
          Passing.read("truth.jsonl", Files.readString(folder.resolve("truth.jsonl"))),
          WITHIN_S);
    } finally {
      if (plan.keep().isEmpty()) {
        forget(folder);
      }
    }
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What is wanted. */
  private record Plan(
      List<Scene> scenes, long seed, int seeds, Optional<Double> seconds, Optional<Path> keep) {

    private static final List<String> KNOWN =
        List.of("--scene", "--seed", "--seeds", "--seconds", "--keep");

    Plan(List<String> arguments) {
      this(values(arguments));
    }

    private Plan(Map<String, String> values) {
      this(
          scenes(values.getOrDefault("--scene", "all")),
          whole(values, "--seed", 1),
          (int) Math.min(10_000, whole(values, "--seeds", 1)),
          values.containsKey("--seconds")
              ? Optional.of((double) whole(values, "--seconds", 1))
              : Optional.empty(),
          Optional.ofNullable(values.get("--keep")).map(Path::of));
    }

    private static List<Scene> scenes(String name) {
      return name.equals("all") ? Scenes.all() : List.of(Scenes.named(name));
    }

    private static Map<String, String> values(List<String> arguments) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < arguments.size(); i += 2) {
        if (!KNOWN.contains(arguments.get(i))) {
          throw new IllegalArgumentException(
              "there is no option \"" + arguments.get(i) + "\"; there are " + KNOWN);
        }
        if (i + 1 == arguments.size()) {
          throw new IllegalArgumentException(arguments.get(i) + " wants a value after it");
        }
        values.put(arguments.get(i), arguments.get(i + 1));
      }
      return values;
    }

    private static long whole(Map<String, String> values, String name, long otherwise) {
      String value = values.getOrDefault(name, Long.toString(otherwise));
      if (!value.matches("[1-9][0-9]{0,8}")) {
        throw new IllegalArgumentException(name + " wants a whole number from 1 on, not " + value);
      }
      return Long.parseLong(value);
    }

    Path folder(String scene, long seed) throws IOException {
      return keep.isPresent()
          ? keep.get().resolve(scene + "-" + seed)
          : Files.createTempDirectory("wayside-scene-");
    }
  }
}
