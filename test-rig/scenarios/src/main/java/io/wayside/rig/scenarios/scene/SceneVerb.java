// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.scene;

import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.SceneFolder;
import io.wayside.rig.simulators.scene.SceneScript;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Shot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wayside rig scene}: a rendered scene as numbered pictures, with lines and truth. */
public final class SceneVerb {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int TELL_EVERY = 150;
  private static final String USAGE =
      """
      usage: ./wayside rig scene --name NAME|list --out DIR [options]

        --name NAME    which scene; list names them
        --out DIR      where frame-000000.jpg and on, lines.json, truth.jsonl, bodies.jsonl and scene.json go
        --seed N       of camera, road, light and traffic; 1
        --seconds S    how long; each scene has its own length
        --fps F        pictures a second; 15
        --size WxH     of the pictures; 640x352

      truth.jsonl has one line for each vehicle that crossed a line, when the middle of what it
      covers of the road did: the form of a counter's events with vehicle, kind, hiddenShare,
      seenS, apartS, enterT and leaveT beside it. The same seed gives the same pictures.
      """;

  private SceneVerb() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      Options options =
          new Options(arguments, "--name", "--out", "--seed", "--seconds", "--fps", "--size");
      String name = options.text("--name");
      if (name.equals("list")) {
        Scenes.all()
            .forEach(s -> out.printf("%-18s %4.0f s  %s%n", s.name(), s.seconds(), s.about()));
        return 0;
      }
      return render(script(name, options), Path.of(options.text("--out")), out, err);
    } catch (IllegalArgumentException wrong) {
      err.println("wayside rig scene: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  static SceneScript script(String name, Options options) {
    Scenes.Scene scene = Scenes.named(name);
    Shot usual = Shot.usual();
    String size = options.text("--size", usual.widthPx() + "x" + usual.heightPx());
    if (!size.matches("[0-9]{1,5}x[0-9]{1,5}")) {
      throw new IllegalArgumentException("--size wants a size such as 640x352, not " + size);
    }
    String[] sides = size.split("x", -1);
    Shot shot =
        new Shot(
            Integer.parseInt(sides[0]),
            Integer.parseInt(sides[1]),
            options.number("--fps", usual.rateHz(), 1, 120));
    return scene.script(
        options.whole("--seed", 1), shot, options.number("--seconds", scene.seconds(), 1, 7200));
  }

  private static int render(SceneScript script, Path folder, PrintStream out, PrintStream err) {
    try {
      int all = script.pictures();
      Film film = new Film(script);
      new SceneFolder(folder)
          .write(
              film,
              done -> {
                if (done % TELL_EVERY == 0 || done == all) {
                  err.printf("%s: %d of %d pictures%n", script.name(), done, all);
                }
              });
      out.printf(
          "%s, seed %d: %d pictures, %d crossings in %s%n",
          script.name(), script.seed(), all, film.truth().size(), folder);
      return 0;
    } catch (IOException disk) {
      err.println(
          "wayside rig scene: "
              + folder
              + " cannot be written ("
              + disk
              + "); choose another --out");
      return FAILED;
    }
  }
}
