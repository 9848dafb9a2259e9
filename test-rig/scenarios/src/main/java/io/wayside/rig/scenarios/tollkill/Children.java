// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.tolling.lane.LaneState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The processes in which a lane of one drive lives, dies and is started again. */
final class Children {

  private static final long PATIENCE_S = 120;

  private final Path documents;
  private final Drive drive;
  private final Path home;
  private int number;

  Children(Path documents, Drive drive, Path home) {
    this.documents = documents;
    this.drive = drive;
    this.home = home;
  }

  /**
   * How a drive ended.
   *
   * @param fault why it did not come to its end; empty when it did
   */
  record Ending(List<Seen> records, String fault) {}

  /**
   * A lane that was to be killed.
   *
   * @param state in which it was; empty when it came to its end before
   * @param what the moment was
   */
  record Killed(Path folder, int moment, Optional<LaneState> state, String what, Ending ending) {}

  /** What became of it after the restart. */
  record Driven(Killed killed, Ending ending) {}

  private record Ended(int code, List<String> lines) {}

  Killed kill(int moment) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(home.resolve("at-" + moment));
    Ended ended = child(moment, List.of(folder));
    for (String line : ended.lines()) {
      if (ended.code() == DoomedLane.DIED && line.startsWith(DoomedLane.DIES)) {
        String[] words = line.split(" ", 3);
        return new Killed(
            folder,
            moment,
            Optional.of(LaneState.valueOf(words[1])),
            words[2],
            new Ending(List.of(), ""));
      }
    }
    List<Ending> endings = endings(ended);
    return new Killed(
        folder,
        moment,
        Optional.empty(),
        "",
        endings.isEmpty() ? new Ending(List.of(), fault(ended)) : endings.get(0));
  }

  /** All in one process; the next begins behind one that did not come to its end. */
  List<Driven> driveOn(List<Killed> killed) throws IOException, InterruptedException {
    List<Driven> all = new ArrayList<>();
    while (all.size() < killed.size()) {
      List<Killed> rest = killed.subList(all.size(), killed.size());
      Ended ended = child(0, rest.stream().map(Killed::folder).toList());
      List<Ending> endings = endings(ended);
      for (int i = 0; i < endings.size(); i++) {
        all.add(new Driven(rest.get(i), endings.get(i)));
      }
      if (endings.size() < rest.size()) {
        all.add(new Driven(rest.get(endings.size()), new Ending(List.of(), fault(ended))));
      }
    }
    return all;
  }

  private static List<Ending> endings(Ended ended) {
    List<Ending> endings = new ArrayList<>();
    List<Seen> records = new ArrayList<>();
    for (String line : ended.lines()) {
      if (line.startsWith(DoomedLane.DONE)) {
        endings.add(new Ending(List.copyOf(records), ""));
        records.clear();
      } else if (line.matches("[0-9]+ toll-\\S+ [0-9]+ \\S+ \\S+")) {
        records.add(Seen.parse(line)); // what a logger prints there is none of ours
      }
    }
    return endings;
  }

  private static String fault(Ended ended) {
    return ended.code() == DoomedLane.FELL
        ? "the barrier was lowered on a vehicle"
        : "the lane did not come to its end, exit " + ended.code() + " " + ended.lines();
  }

  private Ended child(int dieAt, List<Path> folders) throws IOException, InterruptedException {
    Path said = home.resolve("said-" + ++number);
    Path errors = home.resolve("errors-" + number);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedLane.class.getName(),
                documents.toString(),
                drive.name(),
                Integer.toString(dieAt)));
    folders.forEach(folder -> command.add(folder.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(PATIENCE_S + 10L * folders.size(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Ended(-1, List.of("hung"));
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(said, StandardCharsets.UTF_8));
    if (process.exitValue() != 0 && process.exitValue() != DoomedLane.DIED) {
      lines.addAll(Files.readAllLines(errors, StandardCharsets.UTF_8));
    }
    return new Ended(process.exitValue(), lines);
  }
}
