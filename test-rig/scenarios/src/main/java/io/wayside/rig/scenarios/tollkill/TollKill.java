// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** {@code ./wayside rig toll-kill}: a lane killed at every act, restarted, the road played on. */
public final class TollKill {

  private static final String USAGE =
      """
      ./wayside rig toll-kill [--every N]

      Runs a toll lane on a journal on disk in a process of its own, three vehicles driving
      through, and kills it at its first act, at its second and so on; each time it is started
      anew on what it left, and the vehicles drive on. No tag may be charged twice, no vehicle
      pass without a record, no grant stay without an end, and the barrier never be lowered on
      what stands under it.

        --every N   kill at every N-th act only (default 1)

      exit status: 0 all held, 1 something did not, 2 wrong usage
      """;

  private static final int VEHICLES = 3;
  private static final int WRONG_USAGE = 2;
  private static final long PATIENCE_S = 120;

  private final Path documents;
  private final PrintStream out;
  private final Map<String, Integer> kinds = new TreeMap<>();

  private TollKill(Path documents, PrintStream out) {
    this.documents = documents;
    this.out = out;
  }

  private record Ended(int code, List<String> lines) {}

  /** Returns the exit code. */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream errors)
      throws IOException, InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    boolean every = arguments.size() == 2 && arguments.get(0).equals("--every");
    if (!arguments.isEmpty() && !(every && arguments.get(1).matches("[1-9][0-9]{0,3}"))) {
      errors.println("toll-kill knows --every N alone, not " + arguments + "; --help says more");
      return WRONG_USAGE;
    }
    int step = arguments.isEmpty() ? 1 : Integer.parseInt(arguments.get(1));
    return new TollKill(home.resolve("config/tolling"), out).run(step) ? 0 : 1;
  }

  /** Whether all held. */
  private boolean run(int step) throws IOException, InterruptedException {
    int kills = 0;
    int wrong = 0;
    boolean dies = true;
    for (int act = 1; dies; act += step) {
      Path folder = Files.createTempDirectory("wayside-toll-kill");
      try {
        Ended first = child(folder, act);
        dies = first.code() == DoomedLane.DIED;
        Ended last = dies ? child(folder, 0) : first;
        List<String> found = judge(last);
        kills += dies ? 1 : 0;
        wrong += found.isEmpty() ? 0 : 1;
        for (String each : found) {
          out.println("killed at act " + act + ": " + each);
        }
      } finally {
        Folders.delete(folder);
      }
    }
    out.println(kills + " kills, " + wrong + " with a fault; records: " + kinds);
    return wrong == 0;
  }

  private List<String> judge(Ended last) {
    if (last.code() == DoomedLane.FELL) {
      return List.of("the barrier was lowered on a vehicle");
    }
    if (last.code() != 0 || last.lines().isEmpty()) {
      return List.of("the lane did not come to its end, exit " + last.code() + " " + last.lines());
    }
    List<Seen> records =
        last.lines().subList(1, last.lines().size()).stream().map(Seen::parse).toList();
    for (Seen record : records) {
      String kind =
          record.kind() + (record.payment().equals("-") ? "" : " (" + record.payment() + ")");
      kinds.merge(kind, 1, Integer::sum);
    }
    return Findings.of(records, VEHICLES);
  }

  private Ended child(Path folder, int dieAt) throws IOException, InterruptedException {
    Path said = folder.resolve("said-" + dieAt);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DoomedLane.class.getName(),
                    folder.toString(),
                    documents.toString(),
                    Integer.toString(VEHICLES),
                    Integer.toString(dieAt)))
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("errors-" + dieAt).toFile())
            .start();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Ended(-1, List.of("hung"));
    }
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
      if (line.matches("[0-9]+|[0-9]+ toll-\\S+ [0-9]+ \\S+ \\S+")) {
        lines.add(line); // what a logger prints there is none of ours
      }
    }
    if (process.exitValue() != 0 && process.exitValue() != DoomedLane.DIED) {
      lines.addAll(Files.readAllLines(folder.resolve("errors-" + dieAt), StandardCharsets.UTF_8));
    }
    return new Ended(process.exitValue(), lines);
  }
}
