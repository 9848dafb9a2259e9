// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.rig.scenarios.site.Folders;
import io.wayside.tolling.lane.LaneState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./wayside rig toll-kill}: a lane killed at every moment, restarted, the road played on.
 */
public final class TollKill {

  private static final String USAGE =
      """
      ./wayside rig toll-kill [--every N] [--drive NAME] [--jobs N]

      Runs a toll lane on a journal on disk in a process of its own, vehicles driving through, and
      kills it at its first moment, at its second and so on: at each change of its state, at each
      act before it is carried out, at each record that has just become durable. Each time it is
      started anew on what it left, and the vehicles drive on. No tag may be charged twice, none
      whose vehicle went back or passed while nobody is charged, no vehicle pass without a record
      but one that nobody had let pass and whose record was not durable, no grant stay without an end, and the barrier never be lowered on what stands under it. What
      a drive comes to that nobody kills is held against what it must come to.

        --every N      kill at every N-th moment only (default 1)
        --drive NAME   one drive instead of all: good-tags, no-tag, tailgater, curtain, hold-open,
                       maintenance, loop-lost, closed, goes-back
        --jobs N       so many processes at a time, 1 to 16 (default 2)

      exit status: 0 all held, 1 something did not, or with all drives and moments a state of the
      lane was never reached; 2 wrong usage
      """;

  private static final int WRONG_USAGE = 2;

  private final Path documents;
  private final PrintStream out;
  private final Reached reached = new Reached();
  private int faults;

  private TollKill(Path documents, PrintStream out) {
    this.documents = documents;
    this.out = out;
  }

  /** Returns the exit code. */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream errors)
      throws IOException, InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    int every = 1;
    int jobs = 2;
    List<Drive> drives = Drive.ALL;
    try {
      for (int i = 0; i < arguments.size(); i += 2) {
        String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        switch (arguments.get(i)) {
          case "--every" -> every = whole("--every", value, 9_999);
          case "--jobs" -> jobs = whole("--jobs", value, 16);
          case "--drive" -> drives = List.of(Drive.named(value));
          default ->
              throw new IllegalArgumentException(
                  "toll-kill does not know " + arguments.get(i) + "; --help says more");
        }
      }
    } catch (IllegalArgumentException wrong) {
      errors.println("wayside rig toll-kill: " + wrong.getMessage());
      return WRONG_USAGE;
    }
    TollKill kill = new TollKill(home.resolve("config/tolling"), out);
    kill.all(drives, every, jobs);
    return kill.good(every == 1 && drives.size() == Drive.ALL.size()) ? 0 : 1;
  }

  private static int whole(String option, String value, int most) {
    if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(
          option + " wants a whole number from 1 to " + most + ", not '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  private void all(List<Drive> drives, int every, int jobs)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (Drive drive : drives) {
        Callable<Void> work =
            () -> {
              drive(drive, every);
              return null;
            };
        running.add(pool.submit(work));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } catch (ExecutionException fault) {
      throw new IOException("a drive could not be run to its end", fault.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Kills at every moment, then lets all drive on from where they were killed. */
  private void drive(Drive drive, int every) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("wayside-toll-kill");
    try {
      Children children = new Children(documents, drive, home);
      List<Children.Killed> killed = new ArrayList<>();
      for (int moment = 1; ; moment += every) {
        Children.Killed dead = children.kill(moment);
        if (dead.state().isEmpty()) {
          unkilled(drive, dead.ending());
          break;
        }
        killed.add(dead);
      }
      for (Children.Driven driven : children.driveOn(killed)) {
        judge(drive, driven);
      }
    } finally {
      Folders.delete(home);
    }
  }

  private synchronized void unkilled(Drive drive, Children.Ending ending) {
    List<String> wrong =
        ending.fault().isEmpty()
            ? Findings.ofUnkilled(ending.records(), drive)
            : List.of(ending.fault());
    wrong.forEach(each -> out.println(drive.name() + ", not killed: " + each));
    faults += wrong.isEmpty() ? 0 : 1;
  }

  private synchronized void judge(Drive drive, Children.Driven driven) {
    Children.Ending ending = driven.ending();
    List<String> wrong =
        ending.fault().isEmpty() ? Findings.of(ending.records(), drive) : List.of(ending.fault());
    LaneState state = driven.killed().state().orElseThrow();
    wrong.forEach(
        each ->
            out.println(
                "%s, killed at moment %d (%s, %s): %s"
                    .formatted(
                        drive.name(),
                        driven.killed().moment(),
                        state,
                        driven.killed().what(),
                        each)));
    if (wrong.isEmpty()) {
      reached.unrecorded(Findings.unrecorded(ending.records(), drive));
    }
    reached.add(drive.name(), state, ending.records(), !wrong.isEmpty());
  }

  private boolean good(boolean whole) {
    reached.print(out);
    out.println(
        reached.kills()
            + " kills, "
            + reached.faults()
            + " with a fault; "
            + faults
            + " drives came to something else when nobody was killed");
    if (whole && !reached.never().isEmpty()) {
      out.println("never killed in: " + reached.never());
      return false;
    }
    return reached.faults() == 0 && faults == 0;
  }
}
